//! Near-duplicates on graded headline pairs: a pair graded 4.5 and up counts as a duplicate.

use std::{fs, io, path::Path};

use vcm_core::text::{embedding, similarity};

use super::{Row, Setting, auroc};

/// AUROC of the lexical score and of the lexical embedding, beside 3-gram Jaccard; one row a year.
pub fn run(setting: &Setting) -> io::Result<Vec<Row>> {
    let data_dir = &setting.data;
    let mut rows = Vec::new();
    for (year, part) in [("2013", "seen in tuning"), ("2014", "seen in tuning")] {
        let pairs = read(&data_dir.join(format!("sts/{year}_headlines.tsv")))?;
        let measure = |score: &dyn Fn(&str, &str) -> f64| {
            let scored = pairs.iter().map(|(grade, a, b)| (score(a, b), *grade >= 4.5));
            auroc(&scored.collect::<Vec<_>>())
        };
        let baseline = measure(&similarity::trigram_jaccard);
        let row = |metric: &str, ours, note| Row {
            engine: "near-duplicates",
            set: format!("STS headlines {year} ({part})"),
            metric: metric.to_owned(),
            ours,
            baseline: Some(baseline),
            note,
        };
        let (threshold, f1) = best_f1(&pairs);
        let ours = measure(&similarity::near_duplicate_score);
        let note = format!("baseline: char-3-gram Jaccard; best F1 {f1:.3} at {threshold:.2}");
        rows.push(row("AUROC", ours, note));
        let ours = measure(&|a, b| embedding::cosine(&embedding::embed(a), &embedding::embed(b)));
        rows.push(row("AUROC of lexical-1 cosine", ours, "baseline: char-3-gram Jaccard".into()));
    }
    Ok(rows)
}

fn read(path: &Path) -> io::Result<Vec<(f64, String, String)>> {
    let text = fs::read_to_string(path)?;
    let pairs = text.lines().filter_map(|line| {
        let mut fields = line.split('\t');
        Some((fields.next()?.parse().ok()?, fields.next()?.to_owned(), fields.next()?.to_owned()))
    });
    Ok(pairs.collect())
}

fn best_f1(pairs: &[(f64, String, String)]) -> (f64, f64) {
    let scored: Vec<(f64, bool)> =
        pairs.iter().map(|(grade, a, b)| (similarity::near_duplicate_score(a, b), *grade >= 4.5)).collect();
    let f1 = |threshold: f64| {
        let flagged = scored.iter().filter(|(score, _)| *score >= threshold);
        let (count, hits) =
            flagged.fold((0.0, 0.0), |(count, hits), (_, label)| (count + 1.0, hits + f64::from(*label)));
        let positives = scored.iter().filter(|(_, label)| *label).count() as f64;
        2.0 * hits / (count + positives)
    };
    let grid = (1..100).map(|step| f64::from(step) / 100.0).map(|threshold| (threshold, f1(threshold)));
    grid.fold((0.0, 0.0), |best, next| if next.1 > best.1 { next } else { best })
}
