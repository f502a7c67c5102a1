use std::collections::HashMap;
use std::io;

use brotli::enc::BrotliEncoderParams;
use tokio::sync::Mutex;
use tokio::task::spawn_blocking;

use crate::answer::etag;

/// Bodies compressed by brotli at quality 11, kept by their `ETag`.
#[derive(Debug, Default)]
pub(crate) struct Compressed(Mutex<HashMap<String, Vec<u8>>>);

impl Compressed {
    /// Compresses these at once.
    pub(crate) async fn of(bodies: impl Iterator<Item = &[u8]>) -> io::Result<Self> {
        let compressed = Self::default();
        for body in bodies {
            compressed.get(&etag(body), body.to_vec()).await?;
        }
        Ok(compressed)
    }

    pub(crate) async fn get(&self, etag: &str, body: Vec<u8>) -> io::Result<Vec<u8>> {
        let mut kept = self.0.lock().await;
        if let Some(small) = kept.get(etag) {
            return Ok(small.clone());
        }
        let small = spawn_blocking(move || compress(&body)).await??;
        kept.insert(etag.to_owned(), small.clone());
        Ok(small)
    }
}

fn compress(body: &[u8]) -> io::Result<Vec<u8>> {
    let mut small = Vec::new();
    brotli::BrotliCompress(&mut &*body, &mut small, &BrotliEncoderParams::default())?;
    Ok(small)
}
