/// A language that a quiz can be translated into.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Language {
    /// Its tag, as web pages have it.
    pub tag: &'static str,
    /// What it is called in English.
    pub english: &'static str,
    /// What it calls itself.
    pub own: &'static str,
}

const fn language(tag: &'static str, english: &'static str, own: &'static str) -> Language {
    Language { tag, english, own }
}

/// Languages that people choose from, by their English names.
pub const LANGUAGES: [Language; 66] = [
    language("sq", "Albanian", "Shqip"),
    language("ar", "Arabic", "العربية"),
    language("hy", "Armenian", "Հայերեն"),
    language("az", "Azerbaijani", "Azərbaycan"),
    language("eu", "Basque", "Euskara"),
    language("be", "Belarusian", "Беларуская"),
    language("bn", "Bengali", "বাংলা"),
    language("bs", "Bosnian", "Bosanski"),
    language("bg", "Bulgarian", "Български"),
    language("ca", "Catalan", "Català"),
    language("zh", "Chinese (simplified)", "简体中文"),
    language("zh-TW", "Chinese (traditional)", "繁體中文"),
    language("hr", "Croatian", "Hrvatski"),
    language("cs", "Czech", "Čeština"),
    language("da", "Danish", "Dansk"),
    language("nl", "Dutch", "Nederlands"),
    language("en", "English", "English"),
    language("et", "Estonian", "Eesti"),
    language("fil", "Filipino", "Filipino"),
    language("fi", "Finnish", "Suomi"),
    language("fr", "French", "Français"),
    language("gl", "Galician", "Galego"),
    language("ka", "Georgian", "ქართული"),
    language("de", "German", "Deutsch"),
    language("el", "Greek", "Ελληνικά"),
    language("gu", "Gujarati", "ગુજરાતી"),
    language("he", "Hebrew", "עברית"),
    language("hi", "Hindi", "हिन्दी"),
    language("hu", "Hungarian", "Magyar"),
    language("is", "Icelandic", "Íslenska"),
    language("id", "Indonesian", "Indonesia"),
    language("ga", "Irish", "Gaeilge"),
    language("it", "Italian", "Italiano"),
    language("ja", "Japanese", "日本語"),
    language("kk", "Kazakh", "Қазақ тілі"),
    language("ko", "Korean", "한국어"),
    language("lv", "Latvian", "Latviešu"),
    language("lt", "Lithuanian", "Lietuvių"),
    language("lb", "Luxembourgish", "Lëtzebuergesch"),
    language("mk", "Macedonian", "Македонски"),
    language("ms", "Malay", "Melayu"),
    language("mt", "Maltese", "Malti"),
    language("mr", "Marathi", "मराठी"),
    language("ne", "Nepali", "नेपाली"),
    language("nb", "Norwegian", "Norsk bokmål"),
    language("fa", "Persian", "فارسی"),
    language("pl", "Polish", "Polski"),
    language("pt", "Portuguese", "Português"),
    language("pt-BR", "Portuguese (Brazil)", "Português (Brasil)"),
    language("pa", "Punjabi", "ਪੰਜਾਬੀ"),
    language("ro", "Romanian", "Română"),
    language("ru", "Russian", "Русский"),
    language("sr", "Serbian", "Српски"),
    language("sk", "Slovak", "Slovenčina"),
    language("sl", "Slovenian", "Slovenščina"),
    language("so", "Somali", "Soomaali"),
    language("es", "Spanish", "Español"),
    language("sw", "Swahili", "Kiswahili"),
    language("sv", "Swedish", "Svenska"),
    language("ta", "Tamil", "தமிழ்"),
    language("th", "Thai", "ไทย"),
    language("tr", "Turkish", "Türkçe"),
    language("uk", "Ukrainian", "Українська"),
    language("ur", "Urdu", "اردو"),
    language("vi", "Vietnamese", "Tiếng Việt"),
    language("cy", "Welsh", "Cymraeg"),
];

impl Language {
    /// The language of a tag, if people choose from it.
    pub fn of(tag: &str) -> Option<Self> {
        LANGUAGES.into_iter().find(|language| language.tag.eq_ignore_ascii_case(tag))
    }
}

/// What a language is called: "German – Deutsch". `own` is what it calls itself in a quiz.
pub fn language_title(tag: &str, own: Option<&str>) -> String {
    match (Language::of(tag), own.filter(|own| *own != tag)) {
        (Some(known), own) => {
            let own = own.unwrap_or(known.own);
            if own == known.english {
                own.to_owned()
            } else {
                format!("{} – {own}", known.english)
            }
        }
        (None, Some(own)) => format!("{own} ({tag})"),
        (None, None) => tag.to_owned(),
    }
}
