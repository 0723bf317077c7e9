# Composed from iospec_requirements.md, sha256 ed731eed88047c9b8c785bd68cf07232635fa9d0ac2fec135553d1cb4c12b5f9.
# Do not edit: iospec generate writes this file.
@iospec
Feature: iospec: Extraction

  @SRS_IOSPEC_01_010
  Rule: SRS_IOSPEC_01_010
    When `iospec extract --format json` reads a document, iospec shall print its requirement with its id, its text and its lines if:

    Scenario Outline: over a <underlying> underlying IO
      Given an iospec over a <underlying> underlying IO
      When iospec extract --format json reads a document
      Then iospec shall print its requirement with its id, its text and its lines

      Examples:
        | underlying |
        | process    |

  @SRS_IOSPEC_01_011
  Rule: SRS_IOSPEC_01_011
    the brackets of the markers are escaped

    Scenario Outline: over a <underlying> underlying IO
      Given an iospec over a <underlying> underlying IO
      And the brackets of the markers are escaped
      When iospec extract --format json reads a document
      Then iospec shall print its requirement with its id, its text and its lines

      Examples:
        | underlying |
        | process    |

  @SRS_IOSPEC_01_012
  Rule: SRS_IOSPEC_01_012
    the markers have no colon

    Scenario Outline: over a <underlying> underlying IO
      Given an iospec over a <underlying> underlying IO
      And the markers have no colon
      When iospec extract --format json reads a document
      Then iospec shall print its requirement with its id, its text and its lines

      Examples:
        | underlying |
        | process    |

  @SRS_IOSPEC_01_013
  Rule: SRS_IOSPEC_01_013
    the markers have a blank before the colon

    Scenario Outline: over a <underlying> underlying IO
      Given an iospec over a <underlying> underlying IO
      And the markers have a blank before the colon
      When iospec extract --format json reads a document
      Then iospec shall print its requirement with its id, its text and its lines

      Examples:
        | underlying |
        | process    |

  @SRS_IOSPEC_01_014
  Rule: SRS_IOSPEC_01_014
    the markers have an X before the id

    Scenario Outline: over a <underlying> underlying IO
      Given an iospec over a <underlying> underlying IO
      And the markers have an X before the id
      When iospec extract --format json reads a document
      Then iospec shall print its requirement with its id, its text and its lines

      Examples:
        | underlying |
        | process    |

  @SRS_IOSPEC_01_015
  Rule: SRS_IOSPEC_01_015
    the id is written in lower case

    Scenario Outline: over a <underlying> underlying IO
      Given an iospec over a <underlying> underlying IO
      And the id is written in lower case
      When iospec extract --format json reads a document
      Then iospec shall print its requirement with its id, its text and its lines

      Examples:
        | underlying |
        | process    |

  @SRS_IOSPEC_01_016
  Rule: SRS_IOSPEC_01_016
    the id belongs to a retired family

    Scenario Outline: over a <underlying> underlying IO
      Given an iospec over a <underlying> underlying IO
      And the id belongs to a retired family
      When iospec extract --format json reads a document
      Then iospec shall print its requirement with its id, its text and its lines

      Examples:
        | underlying |
        | process    |

  @SRS_IOSPEC_01_017
  Rule: SRS_IOSPEC_01_017
    the requirement stands in a table cell

    Scenario Outline: over a <underlying> underlying IO
      Given an iospec over a <underlying> underlying IO
      And the requirement stands in a table cell
      When iospec extract --format json reads a document
      Then iospec shall print its requirement with its id, its text and its lines

      Examples:
        | underlying |
        | process    |

  @SRS_IOSPEC_01_018
  Rule: SRS_IOSPEC_01_018
    the requirement stands in the middle of a list item

    Scenario Outline: over a <underlying> underlying IO
      Given an iospec over a <underlying> underlying IO
      And the requirement stands in the middle of a list item
      When iospec extract --format json reads a document
      Then iospec shall print its requirement with its id, its text and its lines

      Examples:
        | underlying |
        | process    |

  @SRS_IOSPEC_01_019
  Rule: SRS_IOSPEC_01_019
    the requirement stands behind a code fence that was closed wrongly

    Scenario Outline: over a <underlying> underlying IO
      Given an iospec over a <underlying> underlying IO
      And the requirement stands behind a code fence that was closed wrongly
      When iospec extract --format json reads a document
      Then iospec shall print its requirement with its id, its text and its lines

      Examples:
        | underlying |
        | process    |

  @SRS_IOSPEC_01_020
  Rule: SRS_IOSPEC_01_020
    the requirement runs over three lines

    Scenario Outline: over a <underlying> underlying IO
      Given an iospec over a <underlying> underlying IO
      And the requirement runs over three lines
      When iospec extract --format json reads a document
      Then iospec shall print its requirement with its id, its text and its lines

      Examples:
        | underlying |
        | process    |

  @SRS_IOSPEC_01_021
  Rule: SRS_IOSPEC_01_021
    the requirement holds a code listing

    Scenario Outline: over a <underlying> underlying IO
      Given an iospec over a <underlying> underlying IO
      And the requirement holds a code listing
      When iospec extract --format json reads a document
      Then iospec shall print its requirement with its id, its text and its lines

      Examples:
        | underlying |
        | process    |

  @SRS_IOSPEC_01_022
  Rule: SRS_IOSPEC_01_022
    the document has CRLF line ends and a byte order mark

    Scenario Outline: over a <underlying> underlying IO
      Given an iospec over a <underlying> underlying IO
      And the document has CRLF line ends and a byte order mark
      When iospec extract --format json reads a document
      Then iospec shall print its requirement with its id, its text and its lines

      Examples:
        | underlying |
        | process    |

  @SRS_IOSPEC_01_030
  Rule: SRS_IOSPEC_01_030
    When `iospec extract --format json` reads a requirement written as `*Log* [an error](x.md) &amp; stop`, iospec shall print the text `Log an error & stop`.

    Scenario Outline: over a <underlying> underlying IO
      Given an iospec over a <underlying> underlying IO
      When iospec extract --format json reads a requirement written as *Log* [an error](x.md) &amp; stop
      Then iospec shall print the text Log an error & stop

      Examples:
        | underlying |
        | process    |

  @SRS_IOSPEC_01_031
  Rule: SRS_IOSPEC_01_031
    When `iospec extract --format table` reads a document that defines `SRS_TINY_01_001` twice, iospec shall print `SRS_TINY_01_001` and print `SRS_TINY_01_001#2`.

    Scenario Outline: over a <underlying> underlying IO
      Given an iospec over a <underlying> underlying IO
      When iospec extract --format table reads a document that defines SRS_TINY_01_001 twice
      Then iospec shall print SRS_TINY_01_001
      And iospec shall print SRS_TINY_01_001#2

      Examples:
        | underlying |
        | process    |

  @SRS_IOSPEC_01_032
  Rule: SRS_IOSPEC_01_032
    When `iospec extract --format table` reads a document that only mentions `SRS_TINY_01_002`, iospec shall print `SRS_TINY_01_001` and not print `SRS_TINY_01_002`.

    Scenario Outline: over a <underlying> underlying IO
      Given an iospec over a <underlying> underlying IO
      When iospec extract --format table reads a document that only mentions SRS_TINY_01_002
      Then iospec shall print SRS_TINY_01_001
      And iospec shall not print SRS_TINY_01_002

      Examples:
        | underlying |
        | process    |

  @SRS_IOSPEC_01_033
  Rule: SRS_IOSPEC_01_033
    When `iospec extract --format json` reads a document in which `SRS_TINY_01_002` stands in a list below `SRS_TINY_01_001`, iospec shall print `SRS_TINY_01_001` as the parent of `SRS_TINY_01_002`.

    Scenario Outline: over a <underlying> underlying IO
      Given an iospec over a <underlying> underlying IO
      When iospec extract --format json reads a document in which SRS_TINY_01_002 stands in a list below SRS_TINY_01_001
      Then iospec shall print SRS_TINY_01_001 as the parent of SRS_TINY_01_002

      Examples:
        | underlying |
        | process    |

  @SRS_IOSPEC_01_034
  Rule: SRS_IOSPEC_01_034
    When `iospec extract --format json` reads a document in which `SRS_TINY_01_001` stands under the heading `tiny_close`, iospec shall print `tiny_close` as the function of `SRS_TINY_01_001`.

    Scenario Outline: over a <underlying> underlying IO
      Given an iospec over a <underlying> underlying IO
      When iospec extract --format json reads a document in which SRS_TINY_01_001 stands under the heading tiny_close
      Then iospec shall print tiny_close as the function of SRS_TINY_01_001

      Examples:
        | underlying |
        | process    |

  @SRS_IOSPEC_01_035
  Rule: SRS_IOSPEC_01_035
    When `iospec extract --format json` reads a requirement whose duty is to `log an error` and to `return NULL`, iospec shall print an obligation that ends in `log an error` and print an obligation that ends in `return NULL`.

    Scenario Outline: over a <underlying> underlying IO
      Given an iospec over a <underlying> underlying IO
      When iospec extract --format json reads a requirement whose duty is to log an error and to return NULL
      Then iospec shall print an obligation that ends in log an error
      And iospec shall print an obligation that ends in return NULL

      Examples:
        | underlying |
        | process    |

  @SRS_IOSPEC_01_036
  Rule: SRS_IOSPEC_01_036
    When `iospec extract --format json` reads a document with `3` requirements, iospec shall print a JSON array of `3` rows and write nothing to standard error.

    Scenario Outline: over a <underlying> underlying IO
      Given an iospec over a <underlying> underlying IO
      When iospec extract --format json reads a document with 3 requirements
      Then iospec shall print a JSON array of 3 rows
      And iospec shall write nothing to standard error

      Examples:
        | underlying |
        | process    |

  @SRS_IOSPEC_01_037
  Rule: SRS_IOSPEC_01_037
    When `iospec extract --format ndjson` reads a document with `3` requirements, iospec shall print `3` lines of JSON and write nothing to standard error.

    Scenario Outline: over a <underlying> underlying IO
      Given an iospec over a <underlying> underlying IO
      When iospec extract --format ndjson reads a document with 3 requirements
      Then iospec shall print 3 lines of JSON
      And iospec shall write nothing to standard error

      Examples:
        | underlying |
        | process    |

  @SRS_IOSPEC_01_038
  Rule: SRS_IOSPEC_01_038
    When `iospec extract --format json` reads a document with `1` requirement, iospec shall print rows of the fields `id`, `occurrence`, `text`, `file`, `line`, `endLine`, `section`, `function`, `parent`, `conditions`, `obligations`.

    Scenario Outline: over a <underlying> underlying IO
      Given an iospec over a <underlying> underlying IO
      When iospec extract --format json reads a document with 1 requirement
      Then iospec shall print rows of the fields id, occurrence, text, file, line, endLine, section, function, parent, conditions, obligations

      Examples:
        | underlying |
        | process    |
