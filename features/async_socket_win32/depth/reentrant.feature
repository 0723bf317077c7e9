@async_socket_win32
Feature: async_socket_win32 in depth: calls from inside callbacks
  Every function can be called from inside every callback.

  @SRS_ASYNC_SOCKET_WIN32_01_017
  Scenario Outline: <function> from inside on_open_complete, over a <underlying> underlying IO
    Given an async_socket_win32 over a <underlying> underlying IO
    And async_socket is CLOSED
    And <function> will be called from inside on_open_complete
    When the async socket opens, sends, receives and is destroyed
    Then the call from inside shall have been <outcome>
    And each on_open_complete that is owed shall have come

    Examples:
      | underlying | function                   | outcome  |
      | mock       | async_socket_close         | made     |
      | loopback   | async_socket_close         | made     |
      | native     | async_socket_close         | made     |
      | mock       | async_socket_destroy       | made     |
      | loopback   | async_socket_destroy       | made     |
      | native     | async_socket_destroy       | made     |
      | mock       | async_socket_send_async    | accepted |
      | loopback   | async_socket_send_async    | accepted |
      | native     | async_socket_send_async    | accepted |
      | mock       | async_socket_receive_async | accepted |
      | loopback   | async_socket_receive_async | accepted |
      | native     | async_socket_receive_async | accepted |

  @SRS_ASYNC_SOCKET_WIN32_01_066
  Scenario Outline: <function> from inside on_send_complete, over a <underlying> underlying IO
    Given an async_socket_win32 over a <underlying> underlying IO
    And async_socket is CLOSED
    And <function> will be called from inside on_send_complete
    When the async socket opens, sends, receives and is destroyed
    Then the call from inside shall have been <outcome>
    And each on_send_complete that is owed shall have come

    Examples:
      | underlying | function                   | outcome  |
      | mock       | async_socket_close         | made     |
      | loopback   | async_socket_close         | made     |
      | native     | async_socket_close         | made     |
      | mock       | async_socket_destroy       | made     |
      | loopback   | async_socket_destroy       | made     |
      | native     | async_socket_destroy       | made     |
      | mock       | async_socket_send_async    | accepted |
      | loopback   | async_socket_send_async    | accepted |
      | native     | async_socket_send_async    | accepted |
      | mock       | async_socket_receive_async | accepted |
      | loopback   | async_socket_receive_async | accepted |
      | native     | async_socket_receive_async | accepted |

  @SRS_ASYNC_SOCKET_WIN32_01_069
  Scenario Outline: <function> from inside on_receive_complete, over a <underlying> underlying IO
    Given an async_socket_win32 over a <underlying> underlying IO
    And async_socket is CLOSED
    And <function> will be called from inside on_receive_complete
    When the async socket opens, sends, receives and is destroyed
    Then the call from inside shall have been <outcome>
    And each on_receive_complete that is owed shall have come

    Examples:
      | underlying | function                   | outcome  |
      | mock       | async_socket_close         | made     |
      | loopback   | async_socket_close         | made     |
      | native     | async_socket_close         | made     |
      | mock       | async_socket_destroy       | made     |
      | loopback   | async_socket_destroy       | made     |
      | native     | async_socket_destroy       | made     |
      | mock       | async_socket_send_async    | accepted |
      | loopback   | async_socket_send_async    | accepted |
      | native     | async_socket_send_async    | accepted |
      | mock       | async_socket_receive_async | accepted |
      | loopback   | async_socket_receive_async | accepted |
      | native     | async_socket_receive_async | accepted |

  @SRS_ASYNC_SOCKET_WIN32_01_015
  Scenario Outline: an open from inside <callback> is refused, over a <underlying> underlying IO
    Given an async_socket_win32 over a <underlying> underlying IO
    And async_socket is CLOSED
    And async_socket_open_async will be called from inside <callback>
    When the async socket opens, sends, receives and is destroyed
    Then the call from inside shall have been refused

    Examples:
      | underlying | callback            |
      | mock       | on_open_complete    |
      | loopback   | on_open_complete    |
      | native     | on_open_complete    |
      | mock       | on_send_complete    |
      | loopback   | on_send_complete    |
      | native     | on_send_complete    |
      | mock       | on_receive_complete |
      | loopback   | on_receive_complete |
      | native     | on_receive_complete |

  @SRS_ASYNC_SOCKET_WIN32_01_015
  Scenario Outline: async_socket_open_async from inside a callback that a close makes, over a <underlying> underlying IO
    Given an async_socket_win32 over a <underlying> underlying IO
    And async_socket is OPEN
    And async_socket_open_async will be called from inside on_receive_complete
    When async_socket_close is called
    Then the call from inside shall have been refused

    Examples:
      | underlying |
      | mock       |
      | loopback   |
      | native     |

  @SRS_ASYNC_SOCKET_WIN32_01_022
  Scenario Outline: async_socket_close from inside a callback that a close makes, over a <underlying> underlying IO
    Given an async_socket_win32 over a <underlying> underlying IO
    And async_socket is OPEN
    And async_socket_close will be called from inside on_receive_complete
    When async_socket_close is called
    Then the call from inside shall have been made

    Examples:
      | underlying |
      | mock       |
      | loopback   |
      | native     |

  @SRS_ASYNC_SOCKET_WIN32_01_093
  Scenario Outline: async_socket_destroy from inside a callback that a close makes, over a <underlying> underlying IO
    Given an async_socket_win32 over a <underlying> underlying IO
    And async_socket is OPEN
    And async_socket_destroy will be called from inside on_receive_complete
    When async_socket_close is called
    Then the call from inside shall have been made

    Examples:
      | underlying |
      | mock       |
      | loopback   |
      | native     |

  @SRS_ASYNC_SOCKET_WIN32_01_097
  Scenario Outline: async_socket_send_async from inside a callback that a close makes, over a <underlying> underlying IO
    Given an async_socket_win32 over a <underlying> underlying IO
    And async_socket is OPEN
    And async_socket_send_async will be called from inside on_receive_complete
    When async_socket_close is called
    Then the call from inside shall have been refused

    Examples:
      | underlying |
      | mock       |
      | loopback   |
      | native     |

  @SRS_ASYNC_SOCKET_WIN32_01_098
  Scenario Outline: async_socket_receive_async from inside a callback that a close makes, over a <underlying> underlying IO
    Given an async_socket_win32 over a <underlying> underlying IO
    And async_socket is OPEN
    And async_socket_receive_async will be called from inside on_receive_complete
    When async_socket_close is called
    Then the call from inside shall have been refused

    Examples:
      | underlying |
      | mock       |
      | loopback   |
      | native     |
