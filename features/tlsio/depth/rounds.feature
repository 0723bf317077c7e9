@tlsio @long
Feature: tlsio in depth: many rounds
  1,000 rounds in memory, 100 over TCP.

  @SRS_TLSIO_30_006
  Scenario Outline: four times <rounds> rounds of open and close leave no connection, over a <underlying> underlying IO
    Given a tlsio over a <underlying> underlying IO
    When it is opened and closed <rounds> times
    And it is opened and closed another <rounds> times
    And it is opened and closed another <rounds> times
    And it is opened and closed another <rounds> times
    Then no connection shall be left
    And nothing shall keep the event loop alive that did not before

    Examples:
      | underlying | rounds |
      | mock       | 250    |
      | loopback   | 25     |

  @SRS_TLSIO_30_021
  Scenario Outline: <rounds> rounds of create, open and destroy leave nothing, over a <underlying> underlying IO
    Given a tlsio over a <underlying> underlying IO
    When it is created, opened and destroyed <rounds> times
    Then no connection shall be left
    And nothing shall keep the event loop alive that did not before

    Examples:
      | underlying | rounds |
      | mock       | 25     |
      | loopback   | 25     |
