# Composed from mailbox_requirements.md, sha256 e53f899b121ff746fa46b4febe426c2b933b3b3f3bca35f907ee54871307206e.
# Do not edit: iospec generate writes this file.
@mailbox
Feature: mailbox: mailbox_collect

  @SRS_MAILBOX_01_020
  Rule: SRS_MAILBOX_01_020
    If any of the arguments `mailbox` or `on_letter` is NULL, `mailbox_collect` shall log an error and return `MAILBOX_INVALID_ARGUMENT`.

    Scenario Outline: over a <underlying> underlying IO, <argument>
      Given a mailbox over a <underlying> underlying IO
      When mailbox_collect is called and the argument <argument> is NULL
      Then mailbox_collect shall log an error
      And mailbox_collect shall return MAILBOX_INVALID_ARGUMENT

      Examples:
        | underlying | argument  |
        | mock       | mailbox   |
        | mock       | on_letter |
        | files      | mailbox   |
        | files      | on_letter |

  @SRS_MAILBOX_01_021
  Rule: SRS_MAILBOX_01_021
    If 3 letters are waiting, `mailbox_collect` shall call `on_letter` once for each of them, in the order in which they were posted.

    Scenario Outline: over a <underlying> underlying IO
      Given a mailbox over a <underlying> underlying IO
      And 3 letters are waiting
      When mailbox_collect is called
      Then mailbox_collect shall call on_letter once for each of them, in the order in which they were posted

      Examples:
        | underlying |
        | mock       |
        | files      |

  @SRS_MAILBOX_01_022
  Rule: SRS_MAILBOX_01_022
    `mailbox_collect` shall pass the `on_letter_context` that was supplied in `mailbox_collect`.

    Scenario Outline: over a <underlying> underlying IO
      Given a mailbox over a <underlying> underlying IO
      When mailbox_collect is called
      Then mailbox_collect shall pass the on_letter_context that was supplied in mailbox_collect

      Examples:
        | underlying |
        | mock       |
        | files      |

  @SRS_MAILBOX_01_023
  Rule: SRS_MAILBOX_01_023
    If 2 letters are waiting, `mailbox_collect` shall remove the file of each letter by calling `disk_remove`.

    Scenario Outline: over a <underlying> underlying IO
      Given a mailbox over a <underlying> underlying IO
      And 2 letters are waiting
      When mailbox_collect is called
      Then mailbox_collect shall remove the file of each letter by calling disk_remove

      Examples:
        | underlying |
        | mock       |
        | files      |
