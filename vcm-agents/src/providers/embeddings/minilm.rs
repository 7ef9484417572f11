//! all-MiniLM-L6-v2 (Wang et al. 2020; Reimers and Gurevych 2019) from files, in Rust, on every core.
//!
//! A folder holds the model as its authors publish it: `config.json`, `tokenizer.json`, `model.safetensors`; `dev/models` fetches
//! one. The weights are checked by their hash, because vectors are stored under the embedder's id and must never mix.

use std::{path::Path, sync::Arc};

use async_trait::async_trait;
use candle_core::{Device, Tensor};
use candle_nn::VarBuilder;
use candle_transformers::models::bert::{BertModel, Config, DTYPE};
use rayon::prelude::*;
use tokenizers::{Encoding, Tokenizer, TruncationParams};
use vcm_core::{Error, ErrorKind, Result, hash::ContentHash, ports::Embedder};

/// The id under which its vectors are stored.
pub const ID: &str = "minilm-l6-v2";

const DIMENSION: usize = 384;

/// SHA-256 of the published `model.safetensors`.
const WEIGHTS: &str = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db";

/// What the model was trained with: the rest of a longer text is not read.
const MAX_TOKENS: usize = 256;

/// Texts that go through the model together.
const BATCH: usize = 32;

/// Embeds by meaning, in English: texts in other words come near, too.
#[derive(Clone)]
pub struct MiniLmEmbedder(Arc<Model>);

struct Model {
    bert: BertModel,
    tokenizer: Tokenizer,
}

impl std::fmt::Debug for MiniLmEmbedder {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("MiniLmEmbedder")
    }
}

impl MiniLmEmbedder {
    /// Reads the model from a folder.
    ///
    /// # Errors
    /// `config_invalid` when a file is missing, cannot be read, or is not this model's.
    pub fn open(folder: &Path) -> Result<Self> {
        let read = |name: &'static str| {
            std::fs::read(folder.join(name)).map_err(|error| {
                refused(folder, "a file of the model cannot be read").with("name", name).caused_by(error)
            })
        };
        let config: Config = serde_json::from_slice(&read("config.json")?)
            .map_err(|error| refused(folder, "config.json is not a BERT configuration").caused_by(error))?;
        let mut tokenizer = Tokenizer::from_bytes(read("tokenizer.json")?)
            .map_err(|error| refused(folder, "tokenizer.json cannot be read").caused_by(error))?;
        tokenizer.with_padding(None);
        tokenizer
            .with_truncation(Some(TruncationParams { max_length: MAX_TOKENS, ..TruncationParams::default() }))
            .map_err(|error| refused(folder, "tokenizer.json cannot be used").caused_by(error))?;
        let weights = read("model.safetensors")?;
        let found = ContentHash::of_bytes(&weights);
        if found.0 != WEIGHTS {
            return Err(refused(folder, "model.safetensors is not all-MiniLM-L6-v2 as published")
                .with("sha256", found)
                .with("expected", WEIGHTS));
        }
        let bert = VarBuilder::from_buffered_safetensors(weights, DTYPE, &Device::Cpu)
            .and_then(|weights| BertModel::load(weights, &config))
            .map_err(|error| refused(folder, "the weights do not fit the configuration").caused_by(error))?;
        Ok(Self(Arc::new(Model { bert, tokenizer })))
    }

    /// One vector a text, in order, on every core. An empty text gives the zero vector.
    pub fn embed_now(&self, texts: &[impl AsRef<str> + Sync]) -> Result<Vec<Vec<f32>>> {
        self.0.embed(texts)
    }
}

#[async_trait]
impl Embedder for MiniLmEmbedder {
    fn id(&self) -> &str {
        ID
    }

    fn dimension(&self) -> usize {
        DIMENSION
    }

    async fn embed(&self, texts: &[&str]) -> Result<Vec<Vec<f32>>> {
        let (model, texts) = (self.0.clone(), texts.iter().map(|text| (*text).to_owned()).collect::<Vec<String>>());
        crate::tools::engine(move || model.embed(&texts)).await?
    }
}

impl Model {
    fn embed(&self, texts: &[impl AsRef<str> + Sync]) -> Result<Vec<Vec<f32>>> {
        let encode = |text: &str| self.tokenizer.encode(text, true).map_err(|error| failed().caused_by(error));
        let encodings: Vec<Encoding> = texts.par_iter().map(|text| encode(text.as_ref())).collect::<Result<_>>()?;
        // Texts of one length travel together, so that little is computed for padding.
        let mut order: Vec<usize> = (0..texts.len())
            .filter(|index| texts.get(*index).is_some_and(|text| !text.as_ref().trim().is_empty()))
            .collect();
        order.sort_by_key(|index| encodings.get(*index).map(Encoding::len));
        let batches: Vec<Vec<(usize, Vec<f32>)>> = order
            .par_chunks(BATCH)
            .map(|batch| {
                let members: Vec<&Encoding> = batch.iter().filter_map(|index| encodings.get(*index)).collect();
                let vectors = self.forward(&members).map_err(|error| failed().caused_by(error))?;
                Ok(batch.iter().copied().zip(vectors).collect())
            })
            .collect::<Result<_>>()?;
        let mut answer = vec![vec![0.0; DIMENSION]; texts.len()];
        for (index, vector) in batches.into_iter().flatten() {
            if let Some(slot) = answer.get_mut(index) {
                *slot = vector;
            }
        }
        Ok(answer)
    }

    /// The mean over the tokens of each text, brought to unit length.
    fn forward(&self, batch: &[&Encoding]) -> candle_core::Result<Vec<Vec<f32>>> {
        let longest = batch.iter().map(|encoding| encoding.len()).max().unwrap_or_default();
        let padded = |of: &dyn Fn(&Encoding) -> &[u32]| {
            let rows = batch.iter().flat_map(|encoding| {
                let row = of(encoding);
                row.iter().copied().chain(std::iter::repeat_n(0, longest - row.len()))
            });
            Tensor::from_vec(rows.collect::<Vec<u32>>(), (batch.len(), longest), &Device::Cpu)
        };
        let tokens = padded(&Encoding::get_ids)?;
        let mask = padded(&Encoding::get_attention_mask)?;
        let states = self.bert.forward(&tokens, &tokens.zeros_like()?, Some(&mask))?;
        let mask = mask.to_dtype(DTYPE)?.unsqueeze(2)?;
        let means = states.broadcast_mul(&mask)?.sum(1)?.broadcast_div(&mask.sum(1)?)?;
        means.broadcast_div(&means.sqr()?.sum_keepdim(1)?.sqrt()?)?.to_vec2()
    }
}

fn refused(folder: &Path, message: &'static str) -> Error {
    Error::new(ErrorKind::ConfigInvalid, "open_embedder", message).with("folder", folder.display())
}

fn failed() -> Error {
    Error::new(ErrorKind::Unexpected, "embed", "the model failed on a text")
}
