//! Tests of the PDF room.
