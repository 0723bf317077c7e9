# Composed from mailbox_requirements.md, sha256 e53f899b121ff746fa46b4febe426c2b933b3b3f3bca35f907ee54871307206e.
# Do not edit: iospec generate writes this file.
@mailbox
Feature: mailbox: State Transitions

  @MAILBOX_STATE_EMPTY/mailbox_collect
  Rule: MAILBOX_STATE_EMPTY/mailbox_collect
    return MAILBOX_NO_LETTER

    Scenario Outline: over a <underlying> underlying IO
      Given a mailbox over a <underlying> underlying IO
      And the mailbox is in MAILBOX_STATE_EMPTY
      When mailbox_collect is called
      Then mailbox_collect shall return MAILBOX_NO_LETTER

      Examples:
        | underlying |
        | mock       |
        | files      |

  @MAILBOX_STATE_HOLDING/mailbox_collect
  Rule: MAILBOX_STATE_HOLDING/mailbox_collect
    return MAILBOX_OK

    Scenario Outline: over a <underlying> underlying IO
      Given a mailbox over a <underlying> underlying IO
      And the mailbox is in MAILBOX_STATE_HOLDING
      When mailbox_collect is called
      Then mailbox_collect shall return MAILBOX_OK

      Examples:
        | underlying |
        | mock       |
        | files      |
