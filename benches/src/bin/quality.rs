//! Every quality figure in one table: `cargo run --release -p vcm-benches --bin quality`.
//!
//! Reads the data sets in `VCM_DATA`, or in `../shared/data`.

use std::{io, path::PathBuf};

use vcm_benches::quality::{self, Row};

fn main() {
    let data = std::env::var_os("VCM_DATA").map_or_else(|| PathBuf::from("../shared/data"), PathBuf::from);
    let measured: [(&str, io::Result<Vec<Row>>); 5] = [
        ("experiments", Ok(quality::experiments::run(&data))),
        ("hashtags", quality::hashtags::run(&data)),
        ("near-duplicates", quality::near_duplicates::run(&data)),
        ("slots", Ok(quality::slots::run(&data))),
        ("trends", quality::trends::run(&data)),
    ];
    let header = ["engine", "set", "metric", "ours", "baseline", "ratio", "note"].map(str::to_owned);
    let mut table = vec![header];
    let mut failed = false;
    for (engine, outcome) in measured {
        match outcome {
            Ok(rows) => table.extend(rows.into_iter().map(cells)),
            Err(error) => {
                failed = true;
                eprintln!("{engine}: {}: {error}", data.display());
            }
        }
    }
    print(&table);
    if failed {
        std::process::exit(1);
    }
}

fn cells(row: Row) -> [String; 7] {
    let figure = |value: Option<f64>| value.map_or_else(|| "-".to_owned(), |value| format!("{value:.3}"));
    let ratio = row.baseline.filter(|baseline| *baseline != 0.0).map(|baseline| row.ours / baseline);
    [row.engine.to_owned(), row.set, row.metric, figure(Some(row.ours)), figure(row.baseline), figure(ratio), row.note]
}

/// Words to the left, figures to the right, the note as long as it is.
fn print(table: &[[String; 7]]) {
    let width = |column: usize| {
        table.iter().filter_map(|row| row.get(column)).map(|cell| cell.chars().count()).max().unwrap_or(0)
    };
    let widths: [usize; 7] = std::array::from_fn(width);
    for row in table {
        let [engine, set, metric, ours, baseline, ratio, note] = row;
        let [w0, w1, w2, w3, w4, w5, _] = widths;
        println!("{engine:<w0$}  {set:<w1$}  {metric:<w2$}  {ours:>w3$}  {baseline:>w4$}  {ratio:>w5$}  {note}");
    }
}
