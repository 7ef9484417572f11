//! Every quality figure in one table: `cargo run --release -p vcm-benches --bin quality [engine…]`.
//!
//! Reads the data sets in `VCM_DATA`, or in `../shared/data`. `--peers VENV` starts the Python peers from a virtual environment,
//! `--node DIR` the Node peers from a folder with their `node_modules`; `--markdown` prints the table for docs/quality.md.

use std::{path::PathBuf, process::ExitCode};

use vcm_benches::quality::{ENGINES, Peers, Row, Setting};

const USAGE: &str = "usage: quality [--data DIR] [--peers VENV] [--node DIR] [--markdown] [ENGINE…]";

fn main() -> ExitCode {
    let mut setting = Setting {
        data: std::env::var_os("VCM_DATA").map_or_else(|| PathBuf::from("../shared/data"), PathBuf::from),
        peers: Peers::default(),
    };
    let (mut wanted, mut markdown) = (Vec::new(), false);
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        let folder = match argument.as_str() {
            "--data" | "--peers" | "--node" => match arguments.next() {
                Some(folder) => PathBuf::from(folder),
                None => return refuse(&format!("{argument} needs a folder")),
            },
            _ => PathBuf::new(),
        };
        match argument.as_str() {
            "--data" => setting.data = folder,
            "--peers" => setting.peers.python = Some(folder),
            "--node" => setting.peers.node = Some(folder),
            "--markdown" => markdown = true,
            name if ENGINES.iter().any(|(engine, _)| *engine == name) => wanted.push(argument),
            name => {
                let names: Vec<&str> = ENGINES.iter().map(|(engine, _)| *engine).collect();
                return refuse(&format!("no engine or option {name:?}; the engines are {}", names.join(", ")));
            }
        }
    }
    measure(&setting, &wanted, markdown)
}

fn refuse(why: &str) -> ExitCode {
    eprintln!("{why}\n{USAGE}");
    ExitCode::from(2)
}

fn measure(setting: &Setting, wanted: &[String], markdown: bool) -> ExitCode {
    let header = ["engine", "set", "metric", "ours", "baseline", "ratio", "note"].map(str::to_owned);
    let mut table = vec![header];
    let mut failed = false;
    for (engine, run) in ENGINES {
        if !wanted.is_empty() && !wanted.iter().any(|name| name == engine) {
            continue;
        }
        match run(setting) {
            Ok(rows) if rows.is_empty() => {
                failed = true;
                eprintln!("{engine}: no data for it in {}", setting.data.display());
            }
            Ok(rows) => table.extend(rows.into_iter().map(cells)),
            Err(error) => {
                failed = true;
                eprintln!("{engine}: {}: {error}", setting.data.display());
            }
        }
    }
    if markdown {
        print_markdown(&table);
    } else {
        print(&table);
    }
    if failed { ExitCode::FAILURE } else { ExitCode::SUCCESS }
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

fn print_markdown(table: &[[String; 7]]) {
    for (number, row) in table.iter().enumerate() {
        println!("| {} |", row.join(" | "));
        if number == 0 {
            println!("|---|---|---|---:|---:|---:|---|");
        }
    }
}
