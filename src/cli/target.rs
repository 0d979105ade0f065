//! A `Target` takes the records of a scan one by one: new ones, and those that an earlier output holds already.
//!
//! As long as what is there is what would be written, the file is not touched. From the first record that is not there, it either
//! grows from that place on, or, when later records of it are still wanted, is written anew beside.

use std::io::{self, Write};
use std::path::PathBuf;

use super::former::Former;
use super::output::Output;

/// Where records go.
pub(super) enum Target {
    /// An output that begins anew.
    New(Output),
    /// An output that goes on from an earlier one.
    Resumed(Resumed),
}

/// An output that goes on from an earlier one.
pub(super) struct Resumed {
    former: Former,
    /// How many lines at the beginning of the file stay where they are.
    kept: usize,
    /// Which lines were wanted.
    wanted: Vec<bool>,
    /// Where new records go; `None` as long as there are none.
    output: Option<Output>,
}

impl Target {
    /// A target that goes on from `former`.
    pub(super) fn resumed(former: Former) -> Self {
        Self::Resumed(Resumed {
            kept: 0,
            wanted: vec![false; former.lines.len()],
            output: None,
            former,
        })
    }

    /// The earlier output.
    pub(super) const fn former(&self) -> Option<&Former> {
        match self {
            Self::New(_) => None,
            Self::Resumed(resumed) => Some(&resumed.former),
        }
    }

    /// Where a new record is to be written.
    fn fresh(&mut self) -> anyhow::Result<&mut Output> {
        match self {
            Self::New(output) => Ok(output),
            Self::Resumed(resumed) => resumed.fresh(),
        }
    }

    /// The record is that on `line` of the earlier output.
    pub(super) fn keep(&mut self, line: usize) -> anyhow::Result<()> {
        match self {
            Self::New(_) => Ok(()),
            Self::Resumed(resumed) => resumed.keep(line),
        }
    }

    /// Ends the output after its last record.
    pub(super) fn finish(self) -> anyhow::Result<()> {
        match self {
            Self::New(output) => output.finish(),
            Self::Resumed(mut resumed) => {
                resumed.fresh()?;
                resumed.output.map_or(Ok(()), Output::finish)
            }
        }
    }

    /// Ends the output before its last record; the name of the file when it is not the one that was asked for.
    pub(super) fn set_aside(self) -> anyhow::Result<Option<PathBuf>> {
        match self {
            Self::New(output) => output.set_aside(),
            Self::Resumed(resumed) => resumed.set_aside().map(|()| None),
        }
    }
}

impl Write for Target {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.fresh().map_err(io::Error::other)?.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Self::New(output) | Self::Resumed(Resumed { output: Some(output), .. }) => output.flush(),
            Self::Resumed(_) => Ok(()),
        }
    }
}

impl Resumed {
    /// Where the lines end that stay where they are.
    fn end(&self) -> u64 {
        self.kept.checked_sub(1).map_or(0, |last| self.former.lines[last].end)
    }

    fn fresh(&mut self) -> anyhow::Result<&mut Output> {
        let output = match self.output.take() {
            Some(output) => output,
            None if self.kept == self.former.lines.len() => Output::growing(&self.former.place, self.end())?,
            None => {
                let mut output = Output::to(Some(&self.former.place))?;
                self.former.copy(0..self.end(), &mut output)?;
                output
            }
        };
        Ok(self.output.insert(output))
    }

    fn keep(&mut self, line: usize) -> anyhow::Result<()> {
        self.wanted[line] = true;
        if self.output.is_none() && line == self.kept && self.former.lines[line].start == self.end() {
            self.kept += 1;
            return Ok(());
        }
        let mut output = match self.output.take() {
            Some(output) => output,
            None => {
                self.fresh()?;
                return self.keep(line);
            }
        };
        self.former.copy(self.former.lines[line].clone(), &mut output)?;
        self.output = Some(output);
        Ok(())
    }

    /// Ends before the last record: nothing that the earlier output holds is lost.
    fn set_aside(mut self) -> anyhow::Result<()> {
        match self.output.take() {
            Some(mut output @ Output::File(_)) => {
                let unwanted = self.former.lines.iter().zip(&self.wanted).filter(|&(_, wanted)| !wanted);
                for (line, _) in unwanted {
                    self.former.copy(line.clone(), &mut output)?;
                }
                output.finish()
            }
            Some(output) => output.finish(),
            None => Ok(()),
        }
    }
}
