//! `FORENAMES` are first names that are common in Britain and are seldom a place, a month, a flower or any other word.

/// In alphabetical order.
#[rustfmt::skip]
pub(super) const FORENAMES: &[&str] = &[
    "Aaron", "Abdul", "Abena", "Abigail", "Adam", "Adele", "Adrian", "Agnes", "Agnieszka", "Ahmed", "Aidan", "Aiden", "Aimee", "Aisha", "Alan", "Alastair",
    "Alexander", "Alexandra", "Alfie", "Ali", "Alice", "Alison", "Alistair", "Allan", "Amanda", "Amelia", "Amina", "Amy", "Andrea", "Andrei", "Andrew",
    "Angela", "Anil", "Anita", "Anna", "Annabel", "Anne", "Annette", "Anthony", "Archie", "Arthur", "Ashleigh", "Audrey", "Ayesha", "Barbara", "Becky",
    "Benjamin", "Bernadette", "Bernard", "Beryl", "Bethany", "Beverley", "Bianca", "Billy", "Brandon", "Brenda", "Brian", "Bridget", "Bryony", "Caitlin",
    "Callum", "Cameron", "Candice", "Carl", "Carly", "Carmel", "Carol", "Carole", "Caroline", "Cassandra", "Catherine", "Cecilia", "Chantelle", "Charlene",
    "Charlie", "Cheryl", "Chidi", "Chloe", "Christine", "Christopher", "Ciara", "Claire", "Claudia", "Clement", "Clive", "Colin", "Connor", "Conor",
    "Courtney", "Craig", "Cyril", "Daniel", "Danielle", "Danny", "Daphne", "Darren", "Darryl", "David", "Dean", "Debbie", "Deborah", "Declan", "Deirdre",
    "Denise", "Dennis", "Derek", "Desmond", "Diane", "Dominic", "Donna", "Doreen", "Duncan", "Dylan", "Edith", "Edward", "Edwin", "Eileen", "Elaine",
    "Eleanor", "Elena", "Elizabeth", "Ellie", "Elsie", "Emily", "Emma", "Enid", "Eric", "Erin", "Esme", "Ethan", "Ethel", "Eunice", "Evelyn", "Evie", "Ewa",
    "Fatima", "Felicity", "Femi", "Fiona", "Frances", "Francesca", "Freddie", "Freya", "Gareth", "Gary", "Gavin", "Gemma", "Geoffrey", "George", "Georgia",
    "Georgina", "Gerald", "Geraldine", "Gillian", "Glenda", "Gordon", "Graham", "Hannah", "Harriet", "Harry", "Hassan", "Hayley", "Heather", "Helen",
    "Hilary", "Hilda", "Holly", "Hugh", "Ian", "Ibrahim", "Imogen", "Imran", "Ines", "Ioana", "Irene", "Isaac", "Isabel", "Isabella", "Isla", "Jacob",
    "Jacqueline", "Jade", "Jaden", "Jake", "Jamie", "Jane", "Janet", "Janice", "Jasmine", "Jason", "Jayden", "Jaydon", "Jean", "Jeanette", "Jemma",
    "Jennifer", "Jenny", "Jeremy", "Jessica", "Joanne", "Joao", "Jodie", "Joe", "John", "Jolene", "Jonathan", "Joseph", "Josephine", "Joshua", "Joyce",
    "Judith", "Julia", "Julian", "Julie", "Justin", "Karen", "Karl", "Katarzyna", "Kate", "Katherine", "Kathleen", "Katie", "Kayden", "Kayleigh", "Keeley",
    "Keith", "Kelly", "Kelvin", "Kenneth", "Kerry", "Kevin", "Khadija", "Kieran", "Kimberley", "Kirsty", "Kwame", "Kyle", "Laura", "Lauren", "Leah", "Leanne",
    "Leo", "Leroy", "Lesley", "Lewis", "Liam", "Linda", "Linzi", "Lisa", "Logan", "Lorraine", "Louise", "Lucas", "Lucy", "Luke", "Lydia", "Lynne", "Magda",
    "Maisie", "Malcolm", "Mandy", "Marcus", "Margaret", "Maria", "Marie", "Marion", "Marjorie", "Martin", "Mary", "Maryam", "Matthew", "Maureen", "Maurice",
    "Mavis", "Maxine", "Megan", "Melanie", "Melissa", "Michael", "Michelle", "Mihai", "Mildred", "Mohamed", "Mohammed", "Mollie", "Molly", "Muhammad",
    "Muriel", "Myra", "Nadia", "Nadine", "Naomi", "Natalie", "Natasha", "Nathan", "Neil", "Ngozi", "Niamh", "Nicholas", "Nicola", "Nigel", "Noah", "Oliver",
    "Olivia", "Omar", "Oscar", "Pamela", "Patricia", "Patrick", "Paul", "Paula", "Pauline", "Pawel", "Peggy", "Peter", "Philip", "Philippa", "Phillip",
    "Phoebe", "Phyllis", "Piotr", "Poppy", "Priya", "Rachael", "Rachel", "Rajesh", "Raymond", "Rebecca", "Reece", "Reginald", "Rhian", "Rhys", "Richard",
    "Ricky", "Riley", "Robert", "Robyn", "Rodney", "Roger", "Ronald", "Rory", "Rosemary", "Roxanne", "Ruth", "Ryan", "Samantha", "Samuel", "Sandra", "Sanjay",
    "Sarah", "Scott", "Sean", "Sebastian", "Shannon", "Sharon", "Shaun", "Sheila", "Shelley", "Shirley", "Sian", "Simon", "Simone", "Siobhan", "Sonia",
    "Sophie", "Stacey", "Stella", "Stephanie", "Stephen", "Steven", "Stuart", "Sunita", "Susan", "Suzanne", "Sylvia", "Tania", "Tanya", "Tara", "Terence",
    "Teresa", "Thelma", "Theresa", "Thomas", "Timothy", "Tina", "Toby", "Tomasz", "Tony", "Tracey", "Tracy", "Trevor", "Tyler", "Valerie", "Vanessa", "Vera",
    "Veronica", "Vicky", "Vivienne", "Wayne", "Wendy", "Wilfred", "William", "Winifred", "Yasmin", "Yusuf", "Yvette", "Yvonne", "Zachary", "Zainab", "Zara",
    "Zoe",
];
