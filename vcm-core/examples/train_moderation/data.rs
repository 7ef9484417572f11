//! The labelled sets, and which part of each is for what.

use std::process::Command;

use serde_json::Value;

/// A folder of data.
pub(crate) struct Data {
    folder: String,
}

/// A labelled text.
pub(crate) struct Labelled {
    pub(crate) text: String,
    pub(crate) toxic: bool,
    /// What a set adds to the label: Davidson's kind.
    pub(crate) kind: String,
}

/// Three parts by line: seven of ten to train on, one to choose settings by, two that training never sees.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Part {
    Train,
    Tune,
    Unseen,
}

impl Part {
    pub(crate) fn of(index: usize) -> Self {
        match index % 10 {
            0 | 5 => Self::Unseen,
            3 => Self::Tune,
            _ => Self::Train,
        }
    }
}

impl Data {
    pub(crate) fn new(folder: String) -> Self {
        Self { folder }
    }

    /// The lines of a file, unpacked when its name ends in `.gz`.
    pub(crate) fn lines(&self, file: &str) -> Vec<String> {
        let path = format!("{}/{file}", self.folder);
        let bytes = if file.rsplit('.').next() == Some("gz") {
            Command::new("gzip").args(["-dc", &path]).output().expect("gzip unpacks").stdout
        } else {
            std::fs::read(&path).expect("the file is there")
        };
        String::from_utf8_lossy(&bytes).lines().map(str::to_owned).collect()
    }

    pub(crate) fn json(&self, file: &str) -> Vec<Value> {
        self.lines(file).iter().filter_map(|line| serde_json::from_str(line).ok()).collect()
    }

    pub(crate) fn labelled(&self, file: &str) -> Vec<Labelled> {
        let text = |value: &Value, field: &str| value[field].as_str().unwrap_or_default().to_owned();
        self.json(file)
            .iter()
            .map(|row| {
                let kind = text(row, "kind");
                let label = &row["label"];
                let toxic = if kind.is_empty() {
                    label.as_i64().unwrap_or_else(|| i64::from(label.as_bool() == Some(true))) == 1
                } else {
                    kind != "neither"
                };
                Labelled { text: text(row, "text"), toxic, kind }
            })
            .collect()
    }

    /// Headlines of real A/B tests, clean by nature, with their part: all arms of a test are in one.
    pub(crate) fn headlines(&self) -> Vec<(Part, String)> {
        let mut found = Vec::new();
        for (index, test) in self.json("experiments/headline-tests.jsonl.gz").iter().enumerate() {
            for arm in test["arms"].as_array().into_iter().flatten() {
                if let Some(text) = arm["headline"].as_str() {
                    found.push((Part::of(index), text.to_owned()));
                }
            }
        }
        found
    }

    /// News headlines, both texts of a pair.
    pub(crate) fn news(&self, year: u32) -> Vec<String> {
        let lines = self.lines(&format!("sts/{year}_headlines.tsv"));
        lines
            .iter()
            .flat_map(|line| line.split('\t').filter(|field| field.len() > 12).map(str::to_owned).collect::<Vec<_>>())
            .collect()
    }

    /// Posts of news pages, without label.
    pub(crate) fn pages(&self) -> Vec<String> {
        self.lines("posts/facebook-pages-2016.csv.gz")
    }

    /// Tweets with hashtags, without label.
    pub(crate) fn tagged(&self) -> Vec<String> {
        let rows = self.json("hashtags/tweets-train.jsonl.gz");
        rows.iter().filter_map(|row| row["text"].as_str()).map(str::to_owned).collect()
    }
}
