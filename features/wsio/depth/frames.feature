@wsio
Feature: wsio in depth: messages of many sizes, and how frames may come

  @SRS_WSIO_01_050 @SRS_WSIO_01_075
  Scenario Outline: a message of <size> bytes is sent, over a <underlying> underlying IO
    Given a wsio over a <underlying> underlying IO
    When a message of <size> bytes is sent
    Then the messages shall arrive whole and in their order

    Examples:
      | underlying | size  |
      | mock       | 1     |
      | loopback   | 1     |
      | native     | 1     |
      | mock       | 125   |
      | loopback   | 125   |
      | native     | 125   |
      | mock       | 126   |
      | loopback   | 126   |
      | native     | 126   |
      | mock       | 65535 |
      | loopback   | 65535 |
      | native     | 65535 |
      | mock       | 65536 |
      | loopback   | 65536 |
      | native     | 65536 |

  @SRS_WSIO_01_050 @SRS_WSIO_01_075 @long
  Scenario Outline: a very long message of <size> bytes is sent, over a <underlying> underlying IO
    Given a wsio over a <underlying> underlying IO
    When a message of <size> bytes is sent
    Then the messages shall arrive whole and in their order

    Examples:
      | underlying | size    |
      | mock       | 8388608 |
      | loopback   | 8388608 |
      | native     | 8388608 |

  @SRS_WSIO_01_083 @SRS_WSIO_01_084 @SRS_WSIO_01_085
  Scenario Outline: the peer sends a message of <size> bytes, over a <underlying> underlying IO
    Given a wsio over a <underlying> underlying IO
    When the peer sends a message of <size> bytes
    Then on_bytes_received shall bring it whole and in order

    Examples:
      | underlying | size  |
      | mock       | 1     |
      | loopback   | 1     |
      | native     | 1     |
      | mock       | 125   |
      | loopback   | 125   |
      | native     | 125   |
      | mock       | 126   |
      | loopback   | 126   |
      | native     | 126   |
      | mock       | 65535 |
      | loopback   | 65535 |
      | native     | 65535 |
      | mock       | 65536 |
      | loopback   | 65536 |
      | native     | 65536 |

  @SRS_WSIO_01_083 @SRS_WSIO_01_084 @SRS_WSIO_01_085 @long
  Scenario Outline: the peer sends a very long message of <size> bytes, over a <underlying> underlying IO
    Given a wsio over a <underlying> underlying IO
    When the peer sends a message of <size> bytes
    Then on_bytes_received shall bring it whole and in order

    Examples:
      | underlying | size    |
      | mock       | 8388608 |
      | loopback   | 8388608 |
      | native     | 8388608 |

  @SRS_WSIO_01_084
  Scenario Outline: the peer sends a message in <count> fragments, over a <underlying> underlying IO
    Given a wsio over a <underlying> underlying IO
    When the peer sends a message of 1000 bytes in <count> fragments with pings between them
    Then on_bytes_received shall bring it whole and in order

    Examples:
      | underlying | count |
      | mock       | 2     |
      | loopback   | 2     |
      | native     | 2     |
      | mock       | 7     |
      | loopback   | 7     |
      | native     | 7     |
