//! The picture of a series.
