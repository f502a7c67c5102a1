use std::convert::Infallible;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use axum::body::{Body, Bytes, to_bytes};
use axum::response::Response;
use tokio::sync::mpsc;
use tokio::time::{Instant, sleep_until};
use tokio_stream::wrappers::ReceiverStream;

/// What goes out at once: about a packet of the internet, in bytes.
const PACKET: usize = 1400;

/// The bandwidth that all answers share, in bytes per second.
#[derive(Debug)]
pub(crate) struct Throttle {
    bytes_per_second: u32,
    free: Mutex<Instant>,
}

impl Throttle {
    pub(crate) fn new(bytes_per_second: u32) -> Self {
        Self { bytes_per_second, free: Mutex::new(Instant::now()) }
    }

    /// Lets an answer out packet by packet.
    pub(crate) async fn limit(self: &Arc<Self>, answer: Response) -> Response {
        let (head, body) = answer.into_parts();
        let mut rest = to_bytes(body, usize::MAX).await.unwrap_or_default();
        let (sender, packets) = mpsc::channel(1);
        let throttle = self.clone();
        tokio::spawn(async move {
            while !rest.is_empty() {
                let packet = rest.split_to(rest.len().min(PACKET));
                throttle.pass(packet.len()).await;
                if sender.send(Ok::<Bytes, Infallible>(packet)).await.is_err() {
                    return;
                }
            }
        });
        Response::from_parts(head, Body::from_stream(ReceiverStream::new(packets)))
    }

    async fn pass(&self, bytes: usize) {
        let taken = Duration::from_secs_f64(bytes as f64 / f64::from(self.bytes_per_second));
        let through = {
            let mut free = self.free.lock().unwrap_or_else(PoisonError::into_inner);
            *free = (*free).max(Instant::now()) + taken;
            *free
        };
        sleep_until(through).await;
    }
}
