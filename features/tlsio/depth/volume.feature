@tlsio @long
Feature: tlsio in depth: many bytes
  Byte-exact both ways, with four MiB under way at a time: 64 MiB over TCP, 16 MiB in memory.

  @SRS_TLSIO_30_063
  Scenario Outline: four times <size> MiB reach the peer, over a <underlying> underlying IO
    Given a tlsio over a <underlying> underlying IO
    When <size> MiB are sent
    And another <size> MiB are sent
    And another <size> MiB are sent
    And another <size> MiB are sent
    Then the peer shall have received exactly these bytes
    And no more than what is under way shall be held in memory

    Examples:
      | underlying | size |
      | mock       | 4    |
      | loopback   | 16   |

  @SRS_TLSIO_30_100
  Scenario Outline: four times <size> MiB come from the peer, over a <underlying> underlying IO
    Given a tlsio over a <underlying> underlying IO
    When the peer sends <size> MiB
    And the peer sends another <size> MiB
    And the peer sends another <size> MiB
    And the peer sends another <size> MiB
    Then the user shall have received exactly these bytes
    And no more than what is under way shall be held in memory

    Examples:
      | underlying | size |
      | mock       | 4    |
      | loopback   | 16   |
