//! An interrupt is Ctrl-C: the first asks a run to end in good order, the second ends it at once, and takes
//! half-written files away.

use std::process;
use std::sync::atomic::{AtomicBool, Ordering};

use super::{output, say};

static ASKED: AtomicBool = AtomicBool::new(false);

/// Whether somebody pressed Ctrl-C since [`watch`] was called.
pub(super) static STOP: &AtomicBool = &ASKED;

/// From now on, Ctrl-C asks to stop instead of ending the program.
pub(super) fn watch(quiet: bool) {
    let pressed = move || {
        if ASKED.swap(true, Ordering::Relaxed) {
            output::abandon();
            process::exit(130);
        }
        if !quiet {
            say("\ncandour: stopping; the documents in hand are finished first (press again to stop at once)");
        }
    };
    // Without a handler, Ctrl-C ends the program as it always did.
    let _ = ctrlc::set_handler(pressed);
}
