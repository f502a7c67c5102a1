use anyhow::{Context, Result, bail};

/// How much is asked for, and at what price.
#[derive(Debug)]
pub(crate) struct Options {
    pub(crate) visits: u32,
    pub(crate) seconds: u32,
    pub(crate) connections: u32,
    /// Of a gigabyte, 10⁹ bytes.
    pub(crate) price: Option<f64>,
}

impl Options {
    /// Reads the command line.
    ///
    /// # Errors
    ///
    /// If it asks for what there is not.
    pub(crate) fn read(arguments: impl Iterator<Item = String>) -> Result<Self> {
        let mut options = Self { visits: 20_000, seconds: 20, connections: 32, price: None };
        let mut arguments = arguments;
        while let Some(name) = arguments.next() {
            let value = arguments.next().with_context(|| format!("{name} lacks its number"))?;
            let count = || value.parse::<u32>().with_context(|| format!("{value} is no number"));
            match name.as_str() {
                "--visits" => options.visits = count()?,
                "--seconds" => options.seconds = count()?,
                "--connections" => options.connections = count()?,
                "--price" => options.price = Some(value.parse()?),
                _ => bail!("there is no option {name}: `cargo xtask load --help` names them all"),
            }
        }
        Ok(options)
    }
}
