# Reads the tables of a scan with jsonlite and readr and compares them.
needed <- c("jsonlite", "readr")
if (!all(needed %in% rownames(installed.packages()))) {
  cat("not installed:", setdiff(needed, rownames(installed.packages())), "\n")
  quit(status = 77)
}
folder <- commandArgs(trailingOnly = TRUE)[1]
rows <- jsonlite::stream_in(file(file.path(folder, "out.rows")), verbose = FALSE)
table <- readr::read_csv(file.path(folder, "out.csv"), na = "", trim_ws = FALSE, guess_max = Inf, show_col_types = FALSE,
  col_types = readr::cols(doc_id = "c", id = "c", paragraph = "c"))
stopifnot(nrow(rows) == nrow(table))
for (column in setdiff(names(rows), "clarified")) {
  blank <- function(x) replace(as.character(x), is.na(x), "")
  stopifnot(identical(blank(rows[[column]]), blank(table[[column]])))
}
stopifnot(identical(rows$clarified, table$clarified))
stopifnot(identical(nchar(rows$quote), as.integer(rows$char_end - rows$char_start)))
cat("R:", nrow(rows), "rows equal\n")
