//! The actions check states, for every action, who is to do it, by when, how anyone would know, and what the plan
//! says became of it.

mod facts;

pub use facts::{ActionFacts, Status, Timescale};
