//! A schema is the contract as JSON Schema 2020-12, generated from the published types.

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema};
use serde_json::{Value, json};

use crate::batch::Written;

use super::json::{diff, run, series, summary, timeline, v1};
use super::rows::Row;

/// What a schema describes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// A document record: a line of `--format jsonl`.
    Document,
    /// The object of a run: `--format json`.
    Run,
    /// A flat annotation: a line of `--format rows`.
    Row,
    /// What `--run-record` writes.
    RunRecord,
    /// What `candour summary --format json` writes.
    Summary,
    /// What `candour series --format json` writes.
    Series,
    /// What `candour diff --format json` writes.
    Diff,
    /// What `candour timeline --format json` writes.
    Timeline,
    /// A line that `candour filter` reads.
    FilterInput,
    /// A line that `candour filter` writes.
    FilterOutput,
}

/// The schema of `subject`.
#[must_use]
pub fn schema(subject: Subject) -> Schema {
    match subject {
        Subject::Document => of::<v1::Document<'_>>(),
        Subject::Run => of::<run::Whole<'_>>(),
        Subject::Row => of::<Row<'_>>(),
        Subject::RunRecord => of::<run::RunRecord<'_>>(),
        Subject::Summary => of::<summary::v2::Whole<'_>>(),
        Subject::Series => of::<series::Whole<'_>>(),
        Subject::Diff => of::<diff::Whole<'_>>(),
        Subject::Timeline => of::<timeline::Whole<'_>>(),
        Subject::FilterInput => read_as::<Written>(),
        Subject::FilterOutput => with_id(of::<v1::Document<'_>>()),
    }
}

/// The schema of what is read.
fn read_as<T: JsonSchema>() -> Schema {
    SchemaSettings::draft2020_12()
        .for_deserialize()
        .into_generator()
        .into_root_schema_for::<T>()
}

/// The schema of a record that `candour filter` puts an id in front of.
fn with_id(mut document: Schema) -> Schema {
    let id = json!({ "description": "The id of the line; `null` when the line could not be read.", "type": ["string", "integer", "null"] });
    if let Some(properties) = document.get_mut("properties").and_then(Value::as_object_mut) {
        properties.insert("id".to_owned(), id);
    }
    if let Some(required) = document.get_mut("required").and_then(Value::as_array_mut) {
        required.insert(0, "id".into());
    }
    document
}

fn of<T: JsonSchema>() -> Schema {
    SchemaSettings::draft2020_12()
        .for_serialize()
        .into_generator()
        .into_root_schema_for::<T>()
}
