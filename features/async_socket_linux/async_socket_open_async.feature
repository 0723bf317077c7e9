# Composed from async_socket_linux_requirements.md, sha256 24f00b7c010b0c7429014550a1f9c0307b42c2cbe17f83dca1b8c453ca7ffb9b.
# Do not edit: iospec generate writes this file.
@async_socket_linux
Feature: async_socket_linux: async_socket_open_async

  @SRS_ASYNC_SOCKET_LINUX_11_024
  Rule: SRS_ASYNC_SOCKET_LINUX_11_024
    If `async_socket` is `NULL`, `async_socket_open_async` shall fail and return a non-zero value.

    Scenario Outline: over a <underlying> underlying IO
      Given an async_socket_linux over a <underlying> underlying IO
      When async_socket_open_async is called and async_socket is NULL
      Then async_socket_open_async shall fail
      And async_socket_open_async shall return a non-zero value

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_ASYNC_SOCKET_LINUX_11_025
  Rule: SRS_ASYNC_SOCKET_LINUX_11_025
    If `on_open_complete` is `NULL`, `async_socket_open_async` shall fail and return a non-zero value.

    Scenario Outline: over a <underlying> underlying IO
      Given an async_socket_linux over a <underlying> underlying IO
      When async_socket_open_async is called and on_open_complete is NULL
      Then async_socket_open_async shall fail
      And async_socket_open_async shall return a non-zero value

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_ASYNC_SOCKET_LINUX_11_026
  Rule: SRS_ASYNC_SOCKET_LINUX_11_026
    `on_open_complete_context` shall be allowed to be `NULL`.

    Scenario Outline: over a <underlying> underlying IO
      Given an async_socket_linux over a <underlying> underlying IO
      When async_socket_open_async is called and on_open_complete_context is NULL
      Then on_open_complete_context shall be allowed to be NULL

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_ASYNC_SOCKET_LINUX_11_027
  Rule: SRS_ASYNC_SOCKET_LINUX_11_027
    Otherwise, `async_socket_open_async` shall switch the state to `OPENING`.

    Scenario Outline: over a <underlying> underlying IO
      Given an async_socket_linux over a <underlying> underlying IO
      When async_socket_open_async is called and on_open_complete is not NULL
      Then async_socket_open_async shall switch the state to OPENING

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_ASYNC_SOCKET_LINUX_11_028
  Rule: SRS_ASYNC_SOCKET_LINUX_11_028
    On success, `async_socket_open_async` shall return 0.

    Scenario Outline: over a <underlying> underlying IO
      Given an async_socket_linux over a <underlying> underlying IO
      When async_socket_open_async is called and succeeds
      Then async_socket_open_async shall return 0

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_ASYNC_SOCKET_LINUX_11_029
  Rule: SRS_ASYNC_SOCKET_LINUX_11_029
    If `async_socket` is already OPEN or OPENING, `async_socket_open_async` shall fail and return a non-zero value.

    Scenario Outline: over a <underlying> underlying IO, in <state>
      Given an async_socket_linux over a <underlying> underlying IO
      And async_socket is <state>
      When async_socket_open_async is called
      Then async_socket_open_async shall fail
      And async_socket_open_async shall return a non-zero value

      Examples:
        | underlying | state   |
        | mock       | OPENING |
        | mock       | OPEN    |
        | loopback   | OPENING |
        | loopback   | OPEN    |

  @SRS_ASYNC_SOCKET_LINUX_11_030
  Rule: SRS_ASYNC_SOCKET_LINUX_11_030
    If `async_socket` has already closed the underlying socket handle then `async_socket_open_async` shall fail and return a non-zero value.

    Scenario Outline: over a <underlying> underlying IO
      Given an async_socket_linux over a <underlying> underlying IO
      And async_socket has already closed the underlying socket handle
      When async_socket_open_async is called
      Then async_socket_open_async shall fail
      And async_socket_open_async shall return a non-zero value

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_ASYNC_SOCKET_LINUX_11_031
  Rule: SRS_ASYNC_SOCKET_LINUX_11_031
    `async_socket_open_async` shall add the socket to the epoll system by calling `epoll_ctl` with `EPOLL_CTL_ADD`.

    Scenario Outline: over a <underlying> underlying IO
      Given an async_socket_linux over a <underlying> underlying IO
      When async_socket_open_async is called
      Then async_socket_open_async shall add the socket to the epoll system by calling epoll_ctl with EPOLL_CTL_ADD

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_ASYNC_SOCKET_LINUX_11_032
  Rule: SRS_ASYNC_SOCKET_LINUX_11_032
    `async_socket_open_async` shall set the state to OPEN.

    Scenario Outline: over a <underlying> underlying IO
      Given an async_socket_linux over a <underlying> underlying IO
      When async_socket_open_async is called
      Then async_socket_open_async shall set the state to OPEN

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_ASYNC_SOCKET_LINUX_11_033
  Rule: SRS_ASYNC_SOCKET_LINUX_11_033
    On success `async_socket_open_async` shall call `on_open_complete_context` with `ASYNC_SOCKET_OPEN_OK`.

    Scenario Outline: over a <underlying> underlying IO
      Given an async_socket_linux over a <underlying> underlying IO
      When async_socket_open_async is called and succeeds
      Then async_socket_open_async shall call on_open_complete_context with ASYNC_SOCKET_OPEN_OK

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_ASYNC_SOCKET_LINUX_11_034
  Rule: SRS_ASYNC_SOCKET_LINUX_11_034
    If any error occurs, `async_socket_open_async` shall fail and return a non-zero value.

    Scenario Outline: over a <underlying> underlying IO, because <error>
      Given an async_socket_linux over a <underlying> underlying IO
      When async_socket_open_async is called and any error occurs because <error>
      Then async_socket_open_async shall fail
      And async_socket_open_async shall return a non-zero value

      Examples:
        | underlying | error                      |
        | mock       | memory cannot be allocated |
        | mock       | epoll_ctl fails            |
        | loopback   | memory cannot be allocated |
        | loopback   | epoll_ctl fails            |
