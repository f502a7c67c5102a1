use std::collections::HashMap;
use std::io;

use brotli::enc::BrotliEncoderParams;
use tokio::sync::Mutex;
use tokio::task::spawn_blocking;

/// What brotli makes of bodies at quality 11, by body.
#[derive(Debug, Default)]
pub(crate) struct Compressed(Mutex<HashMap<Vec<u8>, Vec<u8>>>);

impl Compressed {
    /// Compresses these at once.
    pub(crate) async fn of(bodies: impl Iterator<Item = &[u8]>) -> io::Result<Self> {
        let compressed = Self::default();
        for body in bodies {
            compressed.get(body.to_vec()).await?;
        }
        Ok(compressed)
    }

    pub(crate) async fn get(&self, body: Vec<u8>) -> io::Result<Vec<u8>> {
        let mut kept = self.0.lock().await;
        if let Some(small) = kept.get(&body) {
            return Ok(small.clone());
        }
        let small = spawn_blocking({
            let body = body.clone();
            move || compress(&body)
        })
        .await??;
        kept.insert(body, small.clone());
        Ok(small)
    }
}

fn compress(body: &[u8]) -> io::Result<Vec<u8>> {
    let mut small = Vec::new();
    brotli::BrotliCompress(&mut &*body, &mut small, &BrotliEncoderParams::default())?;
    Ok(small)
}
