# Composed from async_socket_win32_requirements.md, sha256 f975e448457a493090d4748eee6dbdf6c556b6f0111ed32da30efc3f4ca794fb.
# Do not edit: iospec generate writes this file.
@async_socket_win32
Feature: async_socket_win32: on_io_complete

  @SRS_ASYNC_SOCKET_WIN32_01_063
  Rule: SRS_ASYNC_SOCKET_WIN32_01_063
    If `overlapped` is NULL, `on_io_complete` shall return.

    Scenario Outline: over a <underlying> underlying IO
      Given an async_socket_win32 over a <underlying> underlying IO
      When on_io_complete is called and overlapped is NULL
      Then on_io_complete shall return

      Examples:
        | underlying |
        | mock       |
        | loopback   |
        | native     |

  @SRS_ASYNC_SOCKET_WIN32_01_064
  Rule: SRS_ASYNC_SOCKET_WIN32_01_064
    `overlapped` shall be used to determine the context of the IO.

    Scenario Outline: over a <underlying> underlying IO
      Given an async_socket_win32 over a <underlying> underlying IO
      When on_io_complete is called
      Then overlapped shall be used to determine the context of the IO

      Examples:
        | underlying |
        | mock       |
        | loopback   |
        | native     |

  @SRS_ASYNC_SOCKET_WIN32_01_065
  Rule: SRS_ASYNC_SOCKET_WIN32_01_065
    If the context of the IO indicates that a send has completed:

    Scenario Outline: over a <underlying> underlying IO, SRS_ASYNC_SOCKET_WIN32_01_066
      Given an async_socket_win32 over a <underlying> underlying IO
      When on_io_complete is called and the context of the IO indicates that a send has completed
      And io_result is NO_ERROR
      Then the on_send_complete callback passed to async_socket_send_async shall be called with on_send_complete_context as argument and ASYNC_SOCKET_SEND_OK

      Examples:
        | underlying |
        | mock       |
        | loopback   |
        | native     |

    Scenario Outline: over a <underlying> underlying IO, SRS_ASYNC_SOCKET_WIN32_01_067
      Given an async_socket_win32 over a <underlying> underlying IO
      When on_io_complete is called and the context of the IO indicates that a send has completed
      And io_result is not NO_ERROR
      Then the on_send_complete callback passed to async_socket_send_async shall be called with on_send_complete_context as argument and ASYNC_SOCKET_SEND_ERROR

      Examples:
        | underlying |
        | mock       |
        | loopback   |
        | native     |

    Scenario Outline: over a <underlying> underlying IO, SRS_ASYNC_SOCKET_WIN32_01_102, with <difference>
      Given an async_socket_win32 over a <underlying> underlying IO
      When on_io_complete is called and the context of the IO indicates that a send has completed
      And io_result is NO_ERROR, but the number of bytes send is different than the sum of all buffer sizes passed to async_socket_send_async: <difference>
      Then the on_send_complete callback passed to async_socket_send_async shall be called with on_send_complete_context as context and ASYNC_SOCKET_SEND_ERROR

      Examples:
        | underlying | difference    |
        | mock       | one byte less |
        | mock       | one byte more |
        | loopback   | one byte less |
        | loopback   | one byte more |
        | native     | one byte less |
        | native     | one byte more |

  @SRS_ASYNC_SOCKET_WIN32_01_066
  Rule: SRS_ASYNC_SOCKET_WIN32_01_066
    If `io_result` is `NO_ERROR`, the `on_send_complete` callback passed to `async_socket_send_async` shall be called with `on_send_complete_context` as argument and `ASYNC_SOCKET_SEND_OK`.

    Scenario Outline: over a <underlying> underlying IO
      Given an async_socket_win32 over a <underlying> underlying IO
      When on_io_complete is called and the context of the IO indicates that a send has completed
      And io_result is NO_ERROR
      Then the on_send_complete callback passed to async_socket_send_async shall be called with on_send_complete_context as argument and ASYNC_SOCKET_SEND_OK

      Examples:
        | underlying |
        | mock       |
        | loopback   |
        | native     |

  @SRS_ASYNC_SOCKET_WIN32_01_067
  Rule: SRS_ASYNC_SOCKET_WIN32_01_067
    If `io_result` is not `NO_ERROR`, the `on_send_complete` callback passed to `async_socket_send_async` shall be called with `on_send_complete_context` as argument and `ASYNC_SOCKET_SEND_ERROR`.

    Scenario Outline: over a <underlying> underlying IO
      Given an async_socket_win32 over a <underlying> underlying IO
      When on_io_complete is called and the context of the IO indicates that a send has completed
      And io_result is not NO_ERROR
      Then the on_send_complete callback passed to async_socket_send_async shall be called with on_send_complete_context as argument and ASYNC_SOCKET_SEND_ERROR

      Examples:
        | underlying |
        | mock       |
        | loopback   |
        | native     |

  @SRS_ASYNC_SOCKET_WIN32_01_102
  Rule: SRS_ASYNC_SOCKET_WIN32_01_102
    If `io_result` is `NO_ERROR`, but the number of bytes send is different than the sum of all buffer sizes passed to `async_socket_send_async`, the `on_send_complete` callback passed to `async_socket_send_async` shall be called with `on_send_complete_context` as context and `ASYNC_SOCKET_SEND_ERROR`.

    Scenario Outline: over a <underlying> underlying IO, with <difference>
      Given an async_socket_win32 over a <underlying> underlying IO
      When on_io_complete is called and the context of the IO indicates that a send has completed
      And io_result is NO_ERROR, but the number of bytes send is different than the sum of all buffer sizes passed to async_socket_send_async: <difference>
      Then the on_send_complete callback passed to async_socket_send_async shall be called with on_send_complete_context as context and ASYNC_SOCKET_SEND_ERROR

      Examples:
        | underlying | difference    |
        | mock       | one byte less |
        | mock       | one byte more |
        | loopback   | one byte less |
        | loopback   | one byte more |
        | native     | one byte less |
        | native     | one byte more |

  @SRS_ASYNC_SOCKET_WIN32_01_071
  Rule: SRS_ASYNC_SOCKET_WIN32_01_071
    If the context of the IO indicates that a receive has completed:

    Scenario Outline: over a <underlying> underlying IO, SRS_ASYNC_SOCKET_WIN32_01_069
      Given an async_socket_win32 over a <underlying> underlying IO
      When on_io_complete is called and the context of the IO indicates that a receive has completed
      And io_result is NO_ERROR
      Then the on_receive_complete callback passed to async_socket_receive_async shall be called with on_receive_complete_context as context, ASYNC_SOCKET_RECEIVE_OK as result and number_of_bytes_transferred as bytes_received

      Examples:
        | underlying |
        | mock       |
        | loopback   |
        | native     |

    Scenario Outline: over a <underlying> underlying IO, SRS_ASYNC_SOCKET_WIN32_01_070
      Given an async_socket_win32 over a <underlying> underlying IO
      When on_io_complete is called and the context of the IO indicates that a receive has completed
      And io_result is not NO_ERROR
      Then the on_receive_complete callback passed to async_socket_receive_async shall be called with on_receive_complete_context as context, ASYNC_SOCKET_RECEIVE_ERROR as result and 0 for bytes_received

      Examples:
        | underlying |
        | mock       |
        | loopback   |
        | native     |

    Scenario Outline: over a <underlying> underlying IO, SRS_ASYNC_SOCKET_WIN32_01_095, with <difference>
      Given an async_socket_win32 over a <underlying> underlying IO
      When on_io_complete is called and the context of the IO indicates that a receive has completed
      And io_result is NO_ERROR, but the number of bytes received is greater than the sum of all buffer sizes passed to async_socket_receive_async: <difference>
      Then the on_receive_complete callback passed to async_socket_receive_async shall be called with on_receive_complete_context as context, ASYNC_SOCKET_RECEIVE_ERROR as result and number_of_bytes_transferred for bytes_received

      Examples:
        | underlying | difference    |
        | mock       | one byte more |
        | mock       | 4 GiB more    |
        | loopback   | one byte more |
        | loopback   | 4 GiB more    |
        | native     | one byte more |
        | native     | 4 GiB more    |

  @SRS_ASYNC_SOCKET_WIN32_01_069
  Rule: SRS_ASYNC_SOCKET_WIN32_01_069
    If `io_result` is `NO_ERROR`, the `on_receive_complete` callback passed to `async_socket_receive_async` shall be called with `on_receive_complete_context` as context, `ASYNC_SOCKET_RECEIVE_OK` as result and `number_of_bytes_transferred` as `bytes_received`.

    Scenario Outline: over a <underlying> underlying IO
      Given an async_socket_win32 over a <underlying> underlying IO
      When on_io_complete is called and the context of the IO indicates that a receive has completed
      And io_result is NO_ERROR
      Then the on_receive_complete callback passed to async_socket_receive_async shall be called with on_receive_complete_context as context, ASYNC_SOCKET_RECEIVE_OK as result and number_of_bytes_transferred as bytes_received

      Examples:
        | underlying |
        | mock       |
        | loopback   |
        | native     |

  @SRS_ASYNC_SOCKET_WIN32_01_070
  Rule: SRS_ASYNC_SOCKET_WIN32_01_070
    If `io_result` is not `NO_ERROR`, the `on_receive_complete` callback passed to `async_socket_receive_async` shall be called with `on_receive_complete_context` as context, `ASYNC_SOCKET_RECEIVE_ERROR` as result and 0 for `bytes_received`.

    Scenario Outline: over a <underlying> underlying IO
      Given an async_socket_win32 over a <underlying> underlying IO
      When on_io_complete is called and the context of the IO indicates that a receive has completed
      And io_result is not NO_ERROR
      Then the on_receive_complete callback passed to async_socket_receive_async shall be called with on_receive_complete_context as context, ASYNC_SOCKET_RECEIVE_ERROR as result and 0 for bytes_received

      Examples:
        | underlying |
        | mock       |
        | loopback   |
        | native     |

  @SRS_ASYNC_SOCKET_WIN32_01_095
  Rule: SRS_ASYNC_SOCKET_WIN32_01_095
    If `io_result` is `NO_ERROR`, but the number of bytes received is greater than the sum of all buffer sizes passed to `async_socket_receive_async`, the `on_receive_complete` callback passed to `async_socket_receive_async` shall be called with `on_receive_complete_context` as context, `ASYNC_SOCKET_RECEIVE_ERROR` as result and `number_of_bytes_transferred` for `bytes_received`.

    Scenario Outline: over a <underlying> underlying IO, with <difference>
      Given an async_socket_win32 over a <underlying> underlying IO
      When on_io_complete is called and the context of the IO indicates that a receive has completed
      And io_result is NO_ERROR, but the number of bytes received is greater than the sum of all buffer sizes passed to async_socket_receive_async: <difference>
      Then the on_receive_complete callback passed to async_socket_receive_async shall be called with on_receive_complete_context as context, ASYNC_SOCKET_RECEIVE_ERROR as result and number_of_bytes_transferred for bytes_received

      Examples:
        | underlying | difference    |
        | mock       | one byte more |
        | mock       | 4 GiB more    |
        | loopback   | one byte more |
        | loopback   | 4 GiB more    |
        | native     | one byte more |
        | native     | 4 GiB more    |

  @SRS_ASYNC_SOCKET_WIN32_01_068
  Rule: SRS_ASYNC_SOCKET_WIN32_01_068
    `on_io_complete` shall close the event handle created in `async_socket_send_async`/`async_socket_receive_async`.

    Scenario Outline: over a <underlying> underlying IO
      Given an async_socket_win32 over a <underlying> underlying IO
      When on_io_complete is called
      Then on_io_complete shall close the event handle created in async_socket_send_async/async_socket_receive_async

      Examples:
        | underlying |
        | mock       |
        | loopback   |
        | native     |

  @SRS_ASYNC_SOCKET_WIN32_01_072
  Rule: SRS_ASYNC_SOCKET_WIN32_01_072
    `on_io_complete` shall free the IO context.

    Scenario Outline: over a <underlying> underlying IO
      Given an async_socket_win32 over a <underlying> underlying IO
      When on_io_complete is called
      Then on_io_complete shall free the IO context

      Examples:
        | underlying |
        | mock       |
        | loopback   |
        | native     |
