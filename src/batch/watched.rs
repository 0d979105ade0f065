//! A watched reading comes to an end: it goes on a thread of its own, and is left to itself when it takes too long.
//!
//! The readers' bounds count what a file holds and know no clock; what they hold is little enough for any machine. But a
//! library between two questions of ours may be slow in a way nobody has thought of, and one file must not keep ten
//! thousand others waiting. A thread that was left ends with the program.

use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::Duration;

use crate::input::{self, Revision, Taken, bounds};
use crate::reading::Failure;

/// The name of the threads that read, by which a fault in them is told from others.
pub const READER: &str = "candour-reader";
/// As much stack as a main thread has, and as much again: files nest.
const STACK: usize = 16 << 20;

/// How one file is read.
#[derive(Clone, Copy, Debug)]
pub struct Watch {
    /// Which side of tracked changes.
    pub revision: Revision,
    /// How long it may take.
    pub seconds: u64,
}

impl Default for Watch {
    fn default() -> Self {
        Self {
            revision: Revision::default(),
            seconds: bounds::SECONDS.most,
        }
    }
}

impl Watch {
    /// The text of `bytes`, which were called `name`.
    ///
    /// # Errors
    /// Those of the readers, that it took too long, or a fault of candour's own.
    pub fn read(self, name: &str, bytes: Vec<u8>) -> Result<Taken, Failure> {
        if !input::may_be_slow(&bytes) {
            return Ok(input::take(name, bytes, self.revision)?);
        }
        let name = name.to_owned();
        self.end(move || Ok(input::take(&name, bytes, self.revision)?))
    }

    fn end<T: Send + 'static>(self, work: impl FnOnce() -> Result<T, Failure> + Send + 'static) -> Result<T, Failure> {
        let (sender, outcome) = mpsc::channel();
        let reader = move || {
            let _ = sender.send(work());
        };
        let started = thread::Builder::new().name(READER.to_owned()).stack_size(STACK).spawn(reader);
        if started.is_err() {
            return Err(Failure {
                cause: "no-thread",
                message: "is not read: no thread could be started; close other programs and try again".to_owned(),
            });
        }
        outcome.recv_timeout(Duration::from_secs(self.seconds)).unwrap_or_else(|lost| {
            Err(match lost {
                RecvTimeoutError::Timeout => self.too_long(),
                RecvTimeoutError::Disconnected => super::fault(),
            })
        })
    }

    fn too_long(self) -> Failure {
        let mut failure = Failure::from(bounds::SECONDS.beyond());
        let most = format!(" {} seconds", bounds::SECONDS.most);
        let own = if self.seconds == 1 {
            " 1 second".to_owned()
        } else {
            format!(" {} seconds", self.seconds)
        };
        failure.message = failure.message.replace(&most, &own);
        failure
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_takes_too_long_is_left_and_named() {
        let watch = Watch {
            seconds: 0,
            ..Watch::default()
        };
        let (hold, held) = mpsc::channel::<()>();
        let slow = move || {
            let _ = held.recv();
            Ok(())
        };
        let failure = watch.end(slow).unwrap_err();
        drop(hold);
        assert_eq!(failure.cause, "beyond-limit");
        assert!(failure.message.contains("more than 0 seconds to read"), "{}", failure.message);
    }

    #[test]
    fn what_is_read_in_time_says_whether_it_is_its_bytes() {
        for (bytes, same) in [("Seen.\r\n", false), ("Seen.\n", true)] {
            let taken = Watch::default().read("a.txt", bytes.into()).unwrap();
            assert_eq!((taken.text.content.as_str(), taken.same), ("Seen.\n", same));
        }
        assert_eq!(
            Watch::default().read("a.rtf", b"{\\rtf1}".to_vec()).unwrap_err().cause,
            "unsupported-format"
        );
    }
}
