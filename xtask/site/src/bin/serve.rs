//! Serves a folder with live overlays: `serve DIST PORT [PATH=FOLDER…]`.
//!
//! Prints the address as its only line and ends when its standard input does.

use std::io;

use site::Site;
use tokio::io::{AsyncReadExt, stdin};

#[tokio::main]
async fn main() -> io::Result<()> {
    let mut arguments = std::env::args().skip(1);
    let (Some(dist), Some(port)) = (arguments.next(), arguments.next()) else {
        return Err(wrong("serve DIST PORT [PATH=FOLDER…]".to_owned()));
    };
    let port =
        port.parse().map_err(|_| wrong(format!("{port} is no port: give a number up to 65535")))?;
    let mut site = Site::new(dist).port(port).live(true).brotli(true);
    for overlay in arguments {
        let Some((path, folder)) = overlay.split_once('=') else {
            return Err(wrong(format!("{overlay} is no overlay: write PATH=FOLDER")));
        };
        site = site.overlay(path, folder);
    }
    let running = site.start().await?;
    println!("{}", running.url());
    let mut ignored = [0; 64];
    while stdin().read(&mut ignored).await? > 0 {}
    running.stop().await
}

fn wrong(what: String) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidInput, what)
}
