@async_socket_linux
Feature: async_socket_linux in depth: receives
  What has arrived is told before the end of the connection, in the order in which the receives were made.

  @SRS_ASYNC_SOCKET_LINUX_11_092
  Scenario Outline: buffers are filled in their order, over a <underlying> underlying IO
    Given an async_socket_linux over a <underlying> underlying IO
    And async_socket is OPEN
    When receives into buffers of 2, 3, 20; 4, 4 wait
    And the peer sends "abcdefghi"
    Then the receives shall be told OK 9
    And the buffers shall hold "abcdefghi"

    Examples:
      | underlying |
      | mock       |
      | loopback   |

  @SRS_ASYNC_SOCKET_LINUX_11_080 @SRS_ASYNC_SOCKET_LINUX_11_081
  Scenario Outline: what arrived before <end> is told before it, over a <underlying> underlying IO
    Given an async_socket_linux over a <underlying> underlying IO
    And async_socket is OPEN
    When receives into buffers of 4; 2; 8; 8 wait
    And the peer sends "abcdefg" and <end>
    Then the receives shall be told OK 4, OK 2, OK 1, ABANDONED 0
    And the buffers shall hold "abcdefg"

    Examples:
      | underlying | end           |
      | mock       | ends its side |
      | mock       | resets        |
      | loopback   | ends its side |
      | loopback   | resets        |

  # No signal interrupts a call that does not wait: only a script can.
  @SRS_ASYNC_SOCKET_LINUX_11_083
  Scenario: an interrupted receive is made again
    Given an async_socket_linux over a mock underlying IO
    And async_socket is OPEN
    When receives into buffers of 8 wait
    And recv is interrupted 2 times
    And the peer sends "abc"
    Then the receives shall be told OK 3

  @SRS_ASYNC_SOCKET_LINUX_11_089
  Scenario Outline: a spurious wake-up is no receive, and the order stays, over a <underlying> underlying IO
    Given an async_socket_linux over a <underlying> underlying IO
    And async_socket is OPEN
    When receives into buffers of 3; 3 wait
    And the peer sends "abc"
    And the next recv that an event makes fails with EAGAIN
    And what was lost is sent once more
    Then the receives shall be told OK 3
    And the buffers shall hold "abc"

    Examples:
      | underlying |
      | mock       |
      | loopback   |
