use std::ffi::OsString;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use brotli::enc::BrotliEncoderParams;
use flate2::{Compression, GzBuilder};

use crate::folder::read;

/// A way to compress a file, by the ending that the compressed one gets.
#[derive(Clone, Copy, Debug)]
enum Coding {
    Brotli,
    Gzip,
}

impl Coding {
    const ALL: [Self; 2] = [Self::Brotli, Self::Gzip];

    fn beside(self, file: &Path) -> PathBuf {
        let ending = match self {
            Self::Brotli => ".br",
            Self::Gzip => ".gz",
        };
        let mut name = OsString::from(file);
        name.push(ending);
        name.into()
    }

    /// As small as it gets, and the same at each time.
    fn compress(self, body: &[u8]) -> io::Result<Vec<u8>> {
        let mut small = Vec::new();
        match self {
            Self::Brotli => {
                brotli::BrotliCompress(&mut &*body, &mut small, &BrotliEncoderParams::default())?;
            }
            Self::Gzip => {
                let mut encoder = GzBuilder::new().mtime(0).write(&mut small, Compression::best());
                encoder.write_all(body)?;
                encoder.finish()?;
            }
        }
        Ok(small)
    }
}

/// Puts compressed files beside `file`: those beside `earlier`, where that one has the same in it,
/// and new ones else.
pub(crate) fn compress(file: &Path, earlier: &Path) -> io::Result<()> {
    let body = fs::read(file)?;
    let same = read(earlier)?.is_some_and(|old| old == body);
    for coding in Coding::ALL {
        let old = if same { read(&coding.beside(earlier))? } else { None };
        let small = match old {
            Some(small) => small,
            None => coding.compress(&body)?,
        };
        fs::write(coding.beside(file), small)?;
    }
    Ok(())
}
