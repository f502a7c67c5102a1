use std::fmt;

use serde::Deserialize;

/// What wrk counted.
#[derive(Debug, Deserialize)]
pub(crate) struct Counted {
    pub(crate) requests: u64,
    /// Of answers, with their headers.
    bytes: u64,
    microseconds: u64,
    /// Answers of a status of 400 or more.
    pub(crate) refused: u64,
    /// Connections that failed, and answers that did not come.
    pub(crate) broken: u64,
    /// Latencies in microseconds.
    median: u64,
    slow: u64,
}

/// What was counted, for whoever reads it.
pub(crate) struct Report {
    pub(crate) counted: Counted,
    /// Of a visit.
    pub(crate) files: usize,
    pub(crate) price: Option<f64>,
}

impl fmt::Display for Report {
    #[allow(clippy::cast_precision_loss, reason = "no count comes near 2⁵²")]
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Counted { requests, bytes, microseconds, refused, broken, median, slow } = self.counted;
        let seconds = microseconds as f64 / 1e6;
        let visits = requests as f64 / self.files as f64;
        let each = bytes as f64 / visits;
        writeln!(
            formatter,
            "{requests} requests of {} files a visit in {seconds:.1} s",
            self.files
        )?;
        writeln!(
            formatter,
            "{:.0} requests per second, {:.0} visits per second",
            requests as f64 / seconds,
            visits / seconds
        )?;
        writeln!(formatter, "half of the answers within {median} µs, 99 of 100 within {slow} µs")?;
        writeln!(formatter, "{refused} errors by status, {broken} by connection")?;
        writeln!(
            formatter,
            "{each:.0} bytes per visit with headers: {:.1} GB per million visits",
            each / 1e3
        )?;
        if let Some(price) = self.price {
            writeln!(formatter, "at {price} per GB: {:.2} per million visits", each / 1e3 * price)?;
        }
        Ok(())
    }
}
