use site::Running;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

/// A whole answer.
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) bytes: Vec<u8>,
    pub(crate) body: String,
    head: String,
}

impl Answer {
    pub(crate) fn header(&self, name: &str) -> &str {
        self.head
            .lines()
            .filter_map(|line| line.split_once(": "))
            .find(|(found, _)| found.eq_ignore_ascii_case(name))
            .map_or("", |(_, value)| value)
    }
}

/// Asks for a path exactly as written, which no browser or client library would do.
pub(crate) async fn get(site: &Running, path: &str) -> Answer {
    get_with(site, path, &[]).await
}

pub(crate) async fn get_with(site: &Running, path: &str, headers: &[(&str, &str)]) -> Answer {
    let mut stream = ask(site.url(), path, headers).await;
    let mut all = Vec::new();
    stream.read_to_end(&mut all).await.expect("an answer");
    let split =
        all.windows(4).position(|window| window == b"\r\n\r\n").expect("an end of the headers");
    let head = String::from_utf8_lossy(&all[..split]).into_owned();
    let bytes = all[split + 4..].to_vec();
    Answer {
        status: head[9..12].parse().expect("a status"),
        body: String::from_utf8_lossy(&bytes).into_owned(),
        bytes,
        head,
    }
}

/// An answer that is read bit by bit.
pub(crate) struct Stream {
    connection: TcpStream,
    read: String,
}

pub(crate) async fn open(url: &str, path: &str) -> Stream {
    Stream { connection: ask(url, path, &[]).await, read: String::new() }
}

impl Stream {
    /// Reads up to and over `text`; gives what came before it.
    pub(crate) async fn until(&mut self, text: &str) -> String {
        loop {
            if let Some(at) = self.read.find(text) {
                let before = self.read[..at].to_owned();
                self.read.drain(..at + text.len());
                return before;
            }
            let mut part = [0; 1024];
            let count = self.connection.read(&mut part).await.expect("a stream");
            assert!(count > 0, "the stream ended before {text:?}");
            self.read += &String::from_utf8_lossy(&part[..count]);
        }
    }

    /// Reads to the end.
    pub(crate) async fn rest(&mut self) -> String {
        self.connection.read_to_string(&mut self.read).await.expect("an end");
        self.read.clone()
    }
}

async fn ask(url: &str, path: &str, headers: &[(&str, &str)]) -> TcpStream {
    let host = url.trim_start_matches("http://").split('/').next().unwrap_or_default();
    let mut stream = TcpStream::connect(host).await.expect("a connection");
    let mut request = format!("GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n");
    for (name, value) in headers {
        request += &format!("{name}: {value}\r\n");
    }
    request += "\r\n";
    stream.write_all(request.as_bytes()).await.expect("a request sent");
    stream
}
