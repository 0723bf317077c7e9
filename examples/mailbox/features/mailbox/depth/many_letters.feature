@mailbox
Feature: mailbox: many letters

  @SRS_MAILBOX_01_003
  Scenario Outline: more letters than one digit counts, over a <underlying> underlying IO
    Given a mailbox over a <underlying> underlying IO
    And 12 letters were left by an earlier mailbox of the same owner
    When mailbox_create is called
    Then mailbox_create shall find them by calling disk_names

    Examples:
      | underlying |
      | mock       |
      | files      |
