//! Tables of dates: what is read, and what is left alone.

use super::*;

fn row(text: &str) -> Option<(String, Option<String>)> {
    let known = Known {
        place: true,
        ..Known::default()
    };
    lead(text, known).map(|lead| {
        let iso = lead.written.when.map(|when| match when.iso_end() {
            Some(end) => format!("{}/{end}", when.iso()),
            None => when.iso(),
        });
        (text[lead.written.range].to_owned(), iso)
    })
}

#[test]
fn what_opens_a_row() {
    for (text, words, iso) in [
        ("5.1.15 Seen", "5.1.15", Some("2015-01-05")),
        ("14/03/2019", "14/03/2019", Some("2019-03-14")),
        ("5-1-15: seen", "5-1-15", Some("2015-01-05")),
        ("5th January 2015. Seen", "5th January 2015", Some("2015-01-05")),
        ("5 Jan 15 Mother attended", "5 Jan 15", Some("2015-01-05")),
        ("Mon 5 January 2015", "Mon 5 January 2015", Some("2015-01-05")),
        ("**Monday, 5 January 2015** Seen", "Monday, 5 January 2015", Some("2015-01-05")),
        ("July 2016", "July 2016", Some("2016-07")),
        ("Jul-16", "Jul-16", Some("2016-07")),
        ("early March 2015", "March 2015", Some("2015-03")),
        ("Summer 2015", "Summer 2015", Some("2015")),
        ("3\u{2013}5 May 2015", "3\u{2013}5 May 2015", Some("2015-05-03/2015-05-05")),
        ("9th-11th April 2019", "9th-11th April 2019", Some("2019-04-09/2019-04-11")),
        (
            "28 April \u{2013} 3 May 2015",
            "28 April \u{2013} 3 May 2015",
            Some("2015-04-28/2015-05-03"),
        ),
        ("between 3.5.15 and 7.6.15", "3.5.15 and 7.6.15", Some("2015-05-03/2015-06-07")),
        ("9.10.17 - 13.10.17", "9.10.17 - 13.10.17", Some("2017-10-09/2017-10-13")),
        ("12-14.3.19", "12-14.3.19", Some("2019-03-12/2019-03-14")),
        (
            "Between June and August 2017",
            "June and August 2017",
            Some("2017-06-01/2017-08-31"),
        ),
        ("w/c 6.11.17", "6.11.17", Some("2017-11-06/2017-11-12")),
        ("2007 Ms D left care", "2007", Some("2007")),
        ("2015/16", "2015/16", Some("2015")),
        ("03/2019", "03/2019", Some("2019-03")),
        ("00/05/2015", "00/05/2015", Some("2015-05")),
        ("14.1.6", "14.1.6", None),
        ("31.4.19", "31.4.19", None),
        ("13/13/2021", "13/13/2021", None),
        ("5.1.2105", "5.1.2105", None),
        ("5 January", "5 January", None),
    ] {
        let expected = Some((words.to_owned(), iso.map(str::to_owned)));
        assert_eq!(row(text), expected, "{text}");
    }
    assert_eq!(row("The mother said"), None);
    assert_eq!(row("12 visits were made"), None);
}

#[test]
fn what_stands_in_prose() {
    for (text, words) in [
        ("He came on 5.1.15, and on 6.1.15.", vec!["5.1.15", "6.1.15"]),
        ("On Monday 4 May 2015 the nurse", vec!["Monday 4 May 2015"]),
        ("on 5 March 12 people came", vec!["5 March"]),
        ("at paragraph 7.1.531 and 7.1.53.2", vec![]),
        ("in 2014 May was asked", vec![]),
        ("a score of 3/10/2", vec![]),
        ("24th Apirl 2019", vec!["24th Apirl 2019"]),
        ("May 2015 and the summer of 2015", vec!["May 2015"]),
        ("the Children Act 1989", vec![]),
    ] {
        let found: Vec<&str> = find(text, Known::default()).into_iter().map(|it| &text[it.range]).collect();
        assert_eq!(found, words, "{text}");
    }
}

#[test]
fn what_follows_from_the_row_before() {
    let first = lead("22.2.19", Known::default()).and_then(|lead| lead.written.when);
    let iso = |text: &str| relative(text, first).map(|(range, when)| (text[range].to_owned(), when.map(When::iso)));
    assert_eq!(iso("The next day. Call"), Some(("The next day".into(), Some("2019-02-23".into()))));
    assert_eq!(
        iso("Two days later. Call"),
        Some(("Two days later".into(), Some("2019-02-24".into())))
    );
    assert_eq!(iso("Three months later, a call"), Some(("Three months later".into(), None)));
    assert_eq!(iso("Two days passed"), None);
}

#[test]
fn days_of_the_week_before_and_behind() {
    use jiff::civil::Weekday::{Friday, Tuesday, Wednesday};
    for (text, weekday) in [
        ("Weds 18/7/18", Some(Wednesday)),
        ("Friday evening, 20 July 2018", Some(Friday)),
        ("Tuesday the 17th of July 2018", Some(Tuesday)),
        ("17 July 2018 (a Tuesday)", Some(Tuesday)),
        ("17/07/2018 (Tues)", Some(Tuesday)),
        ("17 July 2018, a Tuesday evening", Some(Tuesday)),
        ("17 July 2018, which was a Tuesday", Some(Tuesday)),
        ("17 July, Tuesday.", Some(Tuesday)),
        ("17 July 2018, Tuesday's child", None),
        ("17 July 2018 (Tuesday to Friday)", None),
        ("17 July 2018. Tuesdays are", None),
        ("17 July 2018, Tuesday 24 July", None),
    ] {
        let found = find(text, Known::default());
        assert_eq!(found.first().and_then(|it| it.weekday), weekday, "{text}");
    }
}

#[test]
fn slips_of_marks_and_letters() {
    for (text, words) in [
        ("16..6.17", Some("16..6.17")),
        ("3.5..2019", Some("3.5..2019")),
        ("4/6.2018", Some("4/6.2018")),
        ("22th May 2017", Some("22th May 2017")),
        ("the 1th June 2018", None),
        ("11th May 2017", None),
        ("23rd May 2017", None),
        ("4.6.18", None),
    ] {
        let found = row(text).and_then(|_| {
            lead(
                text,
                Known {
                    place: true,
                    ..Known::default()
                },
            )
        });
        let flawed = found
            .filter(|lead| lead.written.flaw.is_some())
            .map(|lead| &text[lead.written.range]);
        assert_eq!(flawed, words, "{text}");
    }
}
