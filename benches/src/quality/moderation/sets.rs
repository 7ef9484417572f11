//! The labelled sets, and the part of each that training never sees.

use std::{
    fs,
    io::{self, Read},
    path::Path,
};

use flate2::read::GzDecoder;
use serde_json::Value;

/// A labelled post.
#[derive(Debug, Clone)]
pub(super) struct Post {
    pub(super) text: String,
    pub(super) toxic: bool,
}

/// The folder of data.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sets<'a> {
    pub(super) folder: &'a Path,
}

impl Sets<'_> {
    pub(super) fn lines(&self, file: &str) -> io::Result<Vec<String>> {
        let bytes = fs::read(self.folder.join(file))?;
        let text = if Path::new(file).extension().is_some_and(|extension| extension == "gz") {
            let mut text = Vec::new();
            GzDecoder::new(bytes.as_slice()).read_to_end(&mut text)?;
            text
        } else {
            bytes
        };
        Ok(String::from_utf8_lossy(&text).lines().map(str::to_owned).collect())
    }

    fn json(&self, file: &str) -> io::Result<Vec<Value>> {
        Ok(self.lines(file)?.iter().filter_map(|line| serde_json::from_str(line).ok()).collect())
    }

    pub(super) fn labelled(&self, file: &str) -> io::Result<Vec<Post>> {
        let rows = self.json(&format!("toxicity/{file}"))?;
        Ok(rows
            .iter()
            .map(|row| {
                let label = row["label"].as_i64() == Some(1) || row["label"].as_bool() == Some(true);
                // Davidson's kinds say more than its label.
                let toxic = row["kind"].as_str().map_or(label, |kind| kind != "neither");
                Post { text: row["text"].as_str().unwrap_or_default().to_owned(), toxic }
            })
            .collect())
    }

    /// The lines that the trainer keeps away from training: two of ten.
    pub(super) fn unseen(&self, file: &str) -> io::Result<Vec<Post>> {
        let posts = self.labelled(file)?.into_iter().enumerate();
        Ok(posts.filter(|(index, _)| matches!(index % 10, 0 | 5)).map(|(_, post)| post).collect())
    }

    /// Copy that nobody would call toxic, in parts that training does not see.
    pub(super) fn clean(&self) -> io::Result<Vec<(String, Vec<String>)>> {
        let mut headlines = Vec::new();
        for (index, test) in self.json("experiments/headline-tests.jsonl.gz")?.iter().enumerate() {
            if matches!(index % 10, 0 | 5) {
                let arms = test["arms"].as_array().into_iter().flatten();
                headlines.extend(arms.filter_map(|arm| arm["headline"].as_str()).map(str::to_owned));
            }
        }
        let mut news = Vec::new();
        for line in self.lines("sts/2014_headlines.tsv")? {
            news.extend(line.split('\t').filter(|field| field.len() > 12).map(str::to_owned));
        }
        Ok(vec![
            ("Upworthy headlines, 2 of 10 tests (unseen)".to_owned(), headlines),
            ("STS headlines 2014 (unseen)".to_owned(), news),
        ])
    }
}
