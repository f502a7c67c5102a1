use std::io::{Cursor, Write};

use quiz::Date;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// A zip of files, each with its name, folder included, and what is in it. They have the day and the
/// time of day, in hours, minutes and seconds, at which they were put in: servers and browsers take a file for unchanged
/// whose time is no later than that of the one they know. It
/// is not compressed: data files are small. Nothing if the time is none, or a name or a file is too long for a zip.
pub fn zipped(files: &[(String, Vec<u8>)], today: Date, clock: [u8; 3]) -> Option<Vec<u8>> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let [month, day] = [today.month, today.day].map(|number| u8::try_from(number).ok());
    let [hour, minute, second] = clock;
    let year = u16::try_from(today.year).ok()?;
    let made = DateTime::from_date_and_time(year, month?, day?, hour, minute, second).ok()?;
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Stored)
        .last_modified_time(made);
    for (name, bytes) in files {
        writer.start_file(name, options).ok()?;
        writer.write_all(bytes).ok()?;
    }
    Some(writer.finish().ok()?.into_inner())
}
