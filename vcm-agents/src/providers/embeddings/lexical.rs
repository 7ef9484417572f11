//! The default embedder: hashed words and character n-grams, no model, no network.

use async_trait::async_trait;
use rayon::prelude::*;
use vcm_core::{Result, ports::Embedder, text::embedding};

/// Embeds by words and character n-grams. Finds texts that share wording, not texts that mean the same in other words.
#[derive(Debug, Clone, Copy, Default)]
pub struct LexicalEmbedder;

#[async_trait]
impl Embedder for LexicalEmbedder {
    fn id(&self) -> &str {
        embedding::ID
    }

    fn dimension(&self) -> usize {
        embedding::DIMENSION
    }

    async fn embed(&self, texts: &[&str]) -> Result<Vec<Vec<f32>>> {
        Ok(texts.par_iter().map(|text| embedding::embed(text)).collect())
    }
}
