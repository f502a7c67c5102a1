use super::{is_fictional, is_made_up, link, meant};

#[test]
fn addresses_that_lead_somewhere() {
    for address in [
        "https://clinic.org/book",
        "https://www.clinic.co.uk/book?room=2&day=3#now",
        "https://clinic.org:443/",
        "https://münchen-klinik.de/termin",
        "https://клиника.рф/",
        "https://عيادة.com/حجز",
        "https://xn--mnchen-klinik-wob.de/",
        "https://book.clinic.org/%D8%AD?next=https://clinic.org/",
        "https://wa.me/15551234567",
        "tel:+49 30 2312-5010",
        "tel:+1-212-555-7890",
        "tel:116117",
        "tel:(030)23125010",
        "tel:+493023125010;ext=12",
        "mailto:hello@clinic.org",
        "mailto:hello+quiz@clinic.org?subject=A%20question&body=Hello",
    ] {
        assert_eq!(link(address), Ok(()), "{address}");
    }
}

#[test]
fn addresses_that_lead_nowhere() {
    for address in [
        "https://x",
        "https://",
        "https:///clinic.org",
        "https:clinic.org",
        "https://clinic.org:book",
        "https://clinic.org:8443/book",
        "https://clinic.org:/",
        "https://clinic..org/",
        "https://.clinic.org/",
        "https://user@clinic.org/",
        "https://clinic.org@evil.org/",
        "https://clinic.org\\@evil.org/",
        "https://clinic.org/a b",
        "https://clinic.org/a\u{a0}b",
        "https://clinic.org/a\u{200b}b",
        "https://clinic.org/?a=1&amp;b=2",
        "https://сlinic.org/",
        "https://аррӏе.com/",
        "https://xn--80ak6aa92e.com/",
        "https://localhost/book",
        "https://192.168.1.4/book",
        "https://[::1]/",
        "https://clinic.local/",
        "https://clinic/",
        "https://clinic.org,/",
        "https://clinic.o/",
        "https://-clinic.org/",
        "https://clinic.org/{id}",
        "https://https://clinic.org/",
        "https://clinic.org/https://clinic.org/",
        "tel:+1555O100",
        "tel:\u{202a}+15551234\u{202c}",
        "tel:+1\u{2011}555\u{2011}1234567",
        "tel://+15551234567",
        "tel:123",
        "tel:",
        "tel:1-800-CLINIC",
        "tel:555+1234",
        "tel:+49 (0)30 23125010",
        "tel:+0049301234567",
        "tel:+12345678901234567",
        "tel:٠٣٠٢٣١٢٥٠١٠",
        "mailto:a b@clinic.org",
        "mailto:hello@clinic..org",
        "mailto:hello@clinic",
        "mailto:hello",
        "mailto:a@clinic.org,b@clinic.org",
        "mailto:a@b@clinic.org",
        "mailto:.a@clinic.org",
        "mailto:a..b@clinic.org",
        "mailto://hello@clinic.org",
        "mailto:hello@clinic.org?subject=a&amp;body=b",
        "mailto:Clinic<hello@clinic.org>",
        "clinic.org",
        "javascript:alert(1)",
        "",
    ] {
        assert!(link(address).is_err(), "{address}");
    }
}

#[test]
fn what_was_meant_is_written_where_it_can_only_be_one() {
    for (written, means) in [
        ("www.clinic.org/book", Some("https://www.clinic.org/book")),
        ("clinic.org", Some("https://clinic.org")),
        ("//clinic.org", Some("https://clinic.org")),
        ("https:/clinic.org", Some("https://clinic.org")),
        ("HTTPS://clinic.org", Some("https://clinic.org")),
        ("+49 30 23125010", Some("tel:+493023125010")),
        ("(030) 2312-5010", Some("tel:0302312-5010")),
        ("\u{202a}+49 30 23125010\u{202c}", Some("tel:+493023125010")),
        ("Tel: 030 23125010", Some("tel:03023125010")),
        ("hello@clinic.org", Some("mailto:hello@clinic.org")),
        ("http://clinic.org", None),
        ("javascript:alert(1)", None),
        ("Call us", None),
        ("12", None),
    ] {
        assert_eq!(meant(written).as_deref(), means, "{written}");
    }
    for (written, means) in [
        ("tel:\u{202a}+493023125010\u{202c}", "tel:+493023125010"),
        ("tel:+49\u{2011}30\u{2011}23125010", "tel:+49-30-23125010"),
        ("tel://+493023125010", "tel:+493023125010"),
        ("tel:+49 (0)30 23125010", "tel:+49 30 23125010"),
        ("https://clinic.org/?a=1&amp;b=2", "https://clinic.org/?a=1&b=2"),
        ("https://clinic.org/a\u{200b}b", "https://clinic.org/ab"),
    ] {
        let astray = link(written).expect_err(written);
        assert_eq!(astray.meant.as_deref(), Some(means), "{written}");
    }
}

#[test]
fn names_and_numbers_of_examples_are_known() {
    for host in ["clinic.example", "example.com", "www.example.org", "a.test", "yourclinic.com"] {
        assert!(is_made_up(host), "{host}");
    }
    for host in ["clinic.org", "anexample.com", "contest.com", "testing.org"] {
        assert!(!is_made_up(host), "{host}");
    }
    for number in
        ["+15550100", "+1 (212) 555-0123", "555-0100", "+447700900123", "0000000", "+1234567890"]
    {
        assert!(is_fictional(number), "{number}");
    }
    for number in ["+493023125010", "+1 212 555 7890", "116117", "+34 910 555 010", "112233"] {
        assert!(!is_fictional(number), "{number}");
    }
}
