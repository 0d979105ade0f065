//! `FORENAMES` are first names that are common in Britain and are seldom a place, a month, a flower or any other word.

/// In alphabetical order.
#[rustfmt::skip]
pub(super) const FORENAMES: &[&str] = &[
    "Aaron", "Abdul", "Abigail", "Adam", "Ahmed", "Aisha", "Alan", "Alfie", "Ali", "Alice", "Amanda", "Amelia", "Amina", "Amy", "Andrea", "Andrew", "Angela",
    "Anita", "Anna", "Anne", "Anthony", "Archie", "Arthur", "Ayesha", "Barbara", "Becky", "Benjamin", "Bethany", "Beverley", "Brandon", "Brian", "Callum",
    "Cameron", "Carl", "Carly", "Carol", "Caroline", "Catherine", "Chantelle", "Charlie", "Cheryl", "Chloe", "Christine", "Christopher", "Claire", "Colin",
    "Connor", "Craig", "Daniel", "Danielle", "Danny", "Darren", "David", "Dean", "Debbie", "Deborah", "Declan", "Denise", "Derek", "Diane", "Donna", "Dylan",
    "Edward", "Elaine", "Eleanor", "Elizabeth", "Ellie", "Emily", "Emma", "Ethan", "Evie", "Fatima", "Fiona", "Freddie", "Gareth", "Gary", "Gavin", "Gemma",
    "Geoffrey", "George", "Georgia", "Gillian", "Graham", "Hannah", "Harriet", "Harry", "Hassan", "Heather", "Helen", "Holly", "Ian", "Ibrahim", "Imran",
    "Isaac", "Isabella", "Isla", "Jacob", "Jacqueline", "Jade", "Jake", "Jamie", "Jane", "Janet", "Janice", "Jason", "Jayden", "Jean", "Jennifer", "Jenny",
    "Jeremy", "Jessica", "Joanne", "Jodie", "Joe", "John", "Jonathan", "Joseph", "Joshua", "Joyce", "Julie", "Justin", "Karen", "Karl", "Kate", "Katherine",
    "Kathleen", "Katie", "Kayleigh", "Keith", "Kelly", "Kenneth", "Kerry", "Kevin", "Kieran", "Kimberley", "Kirsty", "Kyle", "Laura", "Lauren", "Leah",
    "Leanne", "Lewis", "Liam", "Linda", "Lisa", "Logan", "Lorraine", "Louise", "Lucy", "Luke", "Malcolm", "Margaret", "Maria", "Marie", "Martin", "Mary",
    "Matthew", "Maureen", "Megan", "Melanie", "Melissa", "Michael", "Michelle", "Mohamed", "Mohammed", "Muhammad", "Natalie", "Natasha", "Nathan", "Neil",
    "Niamh", "Nicholas", "Nicola", "Nigel", "Noah", "Oliver", "Olivia", "Omar", "Oscar", "Pamela", "Patricia", "Patrick", "Paul", "Paula", "Pauline", "Peter",
    "Philip", "Phillip", "Phoebe", "Poppy", "Rachael", "Rachel", "Raymond", "Rebecca", "Rhys", "Richard", "Riley", "Robert", "Roger", "Ronald", "Rory",
    "Roxanne", "Ruth", "Ryan", "Samantha", "Samuel", "Sandra", "Sarah", "Scott", "Sean", "Shannon", "Sharon", "Shaun", "Sheila", "Shirley", "Simon", "Sophie",
    "Stacey", "Stephanie", "Stephen", "Steven", "Stuart", "Susan", "Suzanne", "Sylvia", "Tanya", "Teresa", "Thomas", "Timothy", "Tina", "Toby", "Tracey",
    "Tracy", "Trevor", "Tyler", "Valerie", "Vanessa", "Vicky", "Wayne", "Wendy", "William", "Yasmin", "Yvonne", "Zachary", "Zainab", "Zoe",
];

#[cfg(test)]
mod tests {
    #[test]
    fn forenames_are_in_order() {
        assert!(super::FORENAMES.is_sorted());
    }
}
