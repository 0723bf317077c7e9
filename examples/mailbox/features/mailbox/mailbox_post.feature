# Composed from mailbox_requirements.md, sha256 e53f899b121ff746fa46b4febe426c2b933b3b3f3bca35f907ee54871307206e.
# Do not edit: iospec generate writes this file.
@mailbox
Feature: mailbox: mailbox_post

  @SRS_MAILBOX_01_010
  Rule: SRS_MAILBOX_01_010
    If any of the arguments `mailbox` or `letter` is NULL, `mailbox_post` shall log an error and return `MAILBOX_INVALID_ARGUMENT`.

    Scenario Outline: over a <underlying> underlying IO, <argument>
      Given a mailbox over a <underlying> underlying IO
      When mailbox_post is called and the argument <argument> is NULL
      Then mailbox_post shall log an error
      And mailbox_post shall return MAILBOX_INVALID_ARGUMENT

      Examples:
        | underlying | argument |
        | mock       | mailbox  |
        | mock       | letter   |
        | files      | mailbox  |
        | files      | letter   |

  @SRS_MAILBOX_01_011
  Rule: SRS_MAILBOX_01_011
    `mailbox_post` shall fail and return `MAILBOX_INVALID_ARGUMENT` if `size` is 0.

    Scenario Outline: over a <underlying> underlying IO
      Given a mailbox over a <underlying> underlying IO
      When mailbox_post is called and size is 0
      Then mailbox_post shall fail
      And mailbox_post shall return MAILBOX_INVALID_ARGUMENT

      Examples:
        | underlying |
        | mock       |
        | files      |

  @SRS_MAILBOX_01_012
  Rule: SRS_MAILBOX_01_012
    `mailbox_post` shall write the letter to a new file by calling `disk_write`.

    Scenario Outline: over a <underlying> underlying IO
      Given a mailbox over a <underlying> underlying IO
      When mailbox_post is called
      Then mailbox_post shall write the letter to a new file by calling disk_write

      Examples:
        | underlying |
        | mock       |
        | files      |

  @SRS_MAILBOX_01_013
  Rule: SRS_MAILBOX_01_013
    On success, `mailbox_post` shall return `MAILBOX_OK`.

    Scenario Outline: over a <underlying> underlying IO
      Given a mailbox over a <underlying> underlying IO
      When mailbox_post is called and succeeds
      Then mailbox_post shall return MAILBOX_OK

      Examples:
        | underlying |
        | mock       |
        | files      |

  @SRS_MAILBOX_01_014
  Rule: SRS_MAILBOX_01_014
    If the letter cannot be written for any reason, `mailbox_post` shall log an error and return `MAILBOX_DISK_ERROR`.

    Scenario Outline: over a <underlying> underlying IO, with <reason>
      Given a mailbox over a <underlying> underlying IO
      When mailbox_post is called and the letter cannot be written because of <reason>
      Then mailbox_post shall log an error
      And mailbox_post shall return MAILBOX_DISK_ERROR

      Examples:
        | underlying | reason                 |
        | mock       | a full disk            |
        | mock       | a missing folder       |
        | mock       | a folder with its name |
        | files      | a full disk            |
        | files      | a missing folder       |
        | files      | a folder with its name |

  @SRS_MAILBOX_01_015
  Rule: SRS_MAILBOX_01_015
    While the mailbox is bounded, if 16 letters are waiting, `mailbox_post` shall return `MAILBOX_FULL`.

    Scenario Outline: over a <underlying> underlying IO
      Given a mailbox over a <underlying> underlying IO
      And the mailbox is bounded
      And 16 letters are waiting
      When mailbox_post is called
      Then mailbox_post shall return MAILBOX_FULL

      Examples:
        | underlying |
        | mock       |
        | files      |
