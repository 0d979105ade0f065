//! The plain verbs print one thing and are done: a schema, the text of a file, completions for a shell.

use std::io::Write;
use std::path::Path;

use candour::batch::{self, Input, Watch};
use candour::input::{Revision, Taken};
use candour::report::schema;
use clap::CommandFactory;
use clap_complete::Shell;

use super::args::{Args, SchemaOf};
use super::output::Output;
use super::{Exit, say};

pub(super) fn schema(of: SchemaOf) -> anyhow::Result<Exit> {
    let mut output = Output::to(None)?;
    serde_json::to_writer_pretty(&mut output, &schema::schema(of.into())).map_err(std::io::Error::from)?;
    output.write_all(b"\n")?;
    output.finish()?;
    Ok(Exit::Done)
}

pub(super) fn text(file: &Path, stdin_name: Option<&str>, revision: Revision) -> anyhow::Result<Exit> {
    let input = match file.as_os_str() == "-" {
        true => Input::Stdin,
        false => Input::File(file.to_owned()),
    };
    let path = input.path();
    let name = stdin_name.filter(|_| matches!(input, Input::Stdin)).unwrap_or(&path);
    let watch = Watch {
        revision,
        ..Watch::default()
    };
    let text = batch::read(&input, candour::input::MAX_BYTES).and_then(|bytes| watch.read(name, bytes));
    match text {
        Ok(Taken { text, .. }) => {
            let mut output = Output::to(None)?;
            output.write_all(text.content.as_bytes())?;
            output.finish()?;
            Ok(Exit::Done)
        }
        Err(failure) => {
            say(format_args!("candour: {path} {}", failure.message));
            Ok(Exit::Trouble)
        }
    }
}

pub(super) fn completions(shell: Shell) -> anyhow::Result<Exit> {
    let mut output = Output::to(None)?;
    let mut script = vec![];
    clap_complete::generate(shell, &mut Args::command(), "candour", &mut script);
    output.write_all(&script)?;
    output.finish()?;
    Ok(Exit::Done)
}
