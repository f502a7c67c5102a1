use std::collections::HashMap;
use std::sync::LazyLock;

/// A way of older programs to write a letter in one byte.
#[derive(Debug)]
pub(super) struct CodePage {
    pub(super) name: &'static str,
    /// Its upper bytes, from 0x80 on, by the signs that they stand for.
    bytes: HashMap<char, u8>,
}

const WINDOWS: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}',
    '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

const MAC: &str = "\
    ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü\
    †°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø\
    ¿¡¬√ƒ≈∆«»…\u{a0}ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ\
    ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\u{f8ff}ÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ";

const ARABIC: &str = "\
    €پ‚ƒ„…†‡ˆ‰ٹ‹Œچژڈگ‘’“”•–—ک™ڑ›œ\u{200c}\u{200d}ں\
    \u{a0}،¢£¤¥¦§¨©ھ«¬\u{ad}®¯°±²³´µ¶·¸¹؛»¼½¾؟\
    ہءآأؤإئابةتثجحخدذرزسشصض×طظعغـفقك\
    àلâمنهوçèéêëىيîïًٌٍَôُِ÷ّùْûü\u{200e}\u{200f}ے";

const CYRILLIC: &str = "\
    ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—\u{98}™љ›њќћџ\
    \u{a0}ЎўЈ¤Ґ¦§Ё©Є«¬\u{ad}®Ї°±Ііґµ¶·ё№є»јЅѕї\
    АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ\
    абвгдежзийклмнопрстуфхцчшщъыьэюя";

const CENTRAL: &str = "\
    €\u{81}‚\u{83}„…†‡\u{88}‰Š‹ŚŤŽŹ\u{90}‘’“”•–—\u{98}™š›śťžź\
    \u{a0}ˇ˘Ł¤Ą¦§¨©Ş«¬\u{ad}®Ż°±˛ł´µ¶·¸ąş»Ľ˝ľż\
    ŔÁÂĂÄĹĆÇČÉĘËĚÍÎĎĐŃŇÓÔŐÖ×ŘŮÚŰÜÝŢß\
    ŕáâăäĺćçčéęëěíîďđńňóôőö÷řůúűüýţ˙";

impl CodePage {
    /// The one of Western Europe, and with it ISO 8859-1.
    fn windows() -> Self {
        Self::new("Windows-1252", WINDOWS.into_iter().chain('\u{a0}'..='\u{ff}'))
    }

    /// All that a text is often taken for.
    pub(super) fn all() -> &'static [Self] {
        static ALL: LazyLock<[CodePage; 5]> = LazyLock::new(|| {
            [
                CodePage::windows(),
                CodePage::new("Mac Roman", MAC.chars()),
                CodePage::new("Windows-1250", CENTRAL.chars()),
                CodePage::new("Windows-1251", CYRILLIC.chars()),
                CodePage::new("Windows-1256", ARABIC.chars()),
            ]
        });
        &*ALL
    }

    fn new(name: &'static str, signs: impl Iterator<Item = char>) -> Self {
        Self { name, bytes: signs.zip(0x80..=0xff).collect() }
    }

    /// The byte that it writes for a sign; nothing for those of ASCII.
    pub(super) fn byte(&self, sign: char) -> Option<u8> {
        let control = |c: char| matches!(c, '\u{80}'..='\u{9f}').then_some(c as u32 as u8);
        self.bytes.get(&sign).copied().or_else(|| control(sign))
    }

    /// Whether its letters are those of another script than Latin.
    pub(super) fn is_foreign(&self) -> bool {
        matches!(self.name, "Windows-1251" | "Windows-1256")
    }
}

#[cfg(test)]
mod tests {
    use super::CodePage;

    #[test]
    fn every_page_has_its_upper_half() {
        for signs in [super::MAC, super::ARABIC, super::CYRILLIC, super::CENTRAL] {
            assert_eq!(signs.chars().count(), 128, "{signs}");
        }
        assert_eq!(CodePage::windows().byte('ÿ'), Some(0xff));
    }
}
