use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;

use axum::Router;
use tokio::net::TcpListener;
use tokio::sync::watch;
use tokio::task::JoinHandle;

use crate::handle::{Current, handle};
use crate::running::Running;
use crate::site::Site;

const PORTS_TRIED: u16 = 100;

/// A port on which one site after another can be served, so that a browser keeps what it made of files
/// that stay the same. It is closed when this is dropped.
#[derive(Debug)]
pub struct Port {
    address: SocketAddr,
    current: Arc<Current>,
    stop: watch::Sender<bool>,
    task: Option<JoinHandle<io::Result<()>>>,
}

impl Port {
    /// Listens on this port or the next free one above it, or on one that the system picks if it is 0.
    ///
    /// # Errors
    ///
    /// If no port is free.
    pub async fn open(port: u16) -> io::Result<Self> {
        let listener = listen(port).await?;
        let address = listener.local_addr()?;
        let current = Arc::<Current>::default();
        let (stop, stopped) = watch::channel(false);
        let router = Router::new().fallback(handle).with_state(current.clone());
        let task = tokio::spawn(
            axum::serve(listener, router).with_graceful_shutdown(until(stopped)).into_future(),
        );
        Ok(Self { address, current, stop, task: Some(task) })
    }

    /// Serves a site in the place of the one before.
    ///
    /// # Errors
    ///
    /// As [`Site::start`], but for the port.
    pub async fn serve(&self, site: Site) -> io::Result<Running> {
        let url = format!("http://{}{}", self.address, site.prefix());
        let (stop, stopped) = watch::channel(false);
        let server = Arc::new(site.server(stopped).await?);
        self.current.set(server.clone());
        Ok(Running::new(url, server, stop))
    }

    /// Closes the port; connections end when what is under way is answered.
    pub(crate) fn close(&self) {
        self.stop.send_replace(true);
    }

    /// Closes the port and waits until every connection ended.
    pub(crate) async fn closed(mut self) -> io::Result<()> {
        self.close();
        match self.task.take() {
            Some(task) => task.await.map_err(io::Error::other)?,
            None => Ok(()),
        }
    }
}

impl Drop for Port {
    fn drop(&mut self) {
        self.close();
    }
}

async fn until(mut stopped: watch::Receiver<bool>) {
    let _ = stopped.wait_for(|stopped| *stopped).await;
}

async fn listen(port: u16) -> io::Result<TcpListener> {
    let last = if port == 0 { 0 } else { port.saturating_add(PORTS_TRIED) };
    for candidate in port..=last {
        match TcpListener::bind((Ipv4Addr::LOCALHOST, candidate)).await {
            Err(error) if error.kind() == io::ErrorKind::AddrInUse => {}
            bound => return bound,
        }
    }
    Err(io::Error::new(
        io::ErrorKind::AddrInUse,
        format!("no port from {port} to {last} is free: end what uses them or name another port"),
    ))
}
