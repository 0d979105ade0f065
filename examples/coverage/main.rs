//! How often the interval of a rate holds the writer's own rate, tried on simulated documents: `cargo run --release --example coverage`.
#![expect(clippy::print_stdout, reason = "an example shows what it found")]

mod simulation;

use simulation::{Chance, Plan, TRUTH, alike, covered};

fn main() {
    println!("10,000 simulated documents in each row; the rate is {TRUTH} in a thousand words, at least 5 hits.\n");
    println!("| paragraphs | hits in the mean | clustering (shape) | intervals that hold the truth |");
    println!("| --- | --- | --- | --- |");
    let mut chance = Chance(20_260_101);
    let mut sum = 0.0;
    let mut rows = 0.0;
    for paragraphs in [60, 120, 400] {
        for (shape, name) in [
            (None, "none"),
            (Some(2.0), "mild (2)"),
            (Some(1.0), "strong (1)"),
            (Some(0.5), "very strong (0.5)"),
        ] {
            let plan = Plan {
                paragraphs,
                shape,
                documents: 1,
                spread: None,
            };
            let share = covered(&plan, 10_000, &mut chance);
            let hits = f64::from(paragraphs) * 60.0 * TRUTH / 1_000.0;
            println!("| {paragraphs} | {hits:.0} | {name} | {:.2} % |", share * 100.0);
            if shape.is_some() {
                sum += share;
                rows += 1.0;
            }
        }
    }
    println!("\nAll with clustering together: {:.2} %\n", sum / rows * 100.0);
    println!(
        "2,000 simulated sets in each row; 40 paragraphs a document, strong clustering, and writers that differ by a third (shape 9).\n"
    );
    println!("| documents | intervals that hold the truth |");
    println!("| --- | --- |");
    for documents in [2, 5, 10, 20, 50] {
        let plan = Plan {
            paragraphs: 40,
            shape: Some(1.0),
            documents,
            spread: Some(9.0),
        };
        println!("| {documents} | {:.2} % |", covered(&plan, 2_000, &mut chance) * 100.0);
    }
    println!("\n5,000 pairs of documents by one writer in each row, strong clustering.\n");
    println!("| paragraphs | ratios whose limits hold 1 |");
    println!("| --- | --- |");
    for paragraphs in [60, 120, 400] {
        let plan = Plan {
            paragraphs,
            shape: Some(1.0),
            documents: 1,
            spread: None,
        };
        println!("| {paragraphs} | {:.2} % |", alike(&plan, 5_000, &mut chance) * 100.0);
    }
}
