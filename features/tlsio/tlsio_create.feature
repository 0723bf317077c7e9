# Composed from tlsio_requirements.md, sha256 3352bc0e01cf9c22375e355f6fc1f07c3d8ad17276db8faadef5995b7869dafe.
# Do not edit: iospec generate writes this file.
@tlsio
Feature: tlsio: tlsio_create

  # Direct versus chained tlsio adapters
  @SRS_TLSIO_30_010
  Rule: SRS_TLSIO_30_010
    The `tlsio_create` shall allocate and initialize all necessary resources and return an instance of the `tlsio` in TLSIO_STATE_EXT_CLOSED.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlsio over a <underlying> underlying IO
      When tlsio_create is called
      Then tlsio_create shall allocate and initialize all necessary resources
      And tlsio_create shall return an instance of the tlsio in TLSIO_STATE_EXT_CLOSED

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSIO_30_011
  Rule: SRS_TLSIO_30_011
    If any resource allocation fails, `tlsio_create` shall return NULL.

    Scenario Outline: over a <underlying> underlying IO, with <fault>
      Given a tlsio over a <underlying> underlying IO
      When tlsio_create is called and any resource allocation fails because of <fault>
      Then tlsio_create shall return NULL

      Examples:
        | underlying | fault                                   |
        | mock       | an allocation that fails                |
        | mock       | an underlying IO that cannot be created |
        | loopback   | an allocation that fails                |
        | loopback   | an underlying IO that cannot be created |

  @SRS_TLSIO_30_012
  Rule: SRS_TLSIO_30_012
    The `tlsio_create` shall receive the connection configuration as a `TLSIO_CONFIG*` in `io_create_parameters`.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlsio over a <underlying> underlying IO
      When tlsio_create is called
      Then tlsio_create shall receive the connection configuration as a TLSIO_CONFIG* in io_create_parameters

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSIO_30_013
  Rule: SRS_TLSIO_30_013
    If the `io_create_parameters` value is NULL, `tlsio_create` shall log an error and return NULL.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlsio over a <underlying> underlying IO
      When tlsio_create is called and the io_create_parameters value is NULL
      Then tlsio_create shall log an error
      And tlsio_create shall return NULL

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSIO_30_014
  Rule: SRS_TLSIO_30_014
    If the `hostname` member of `io_create_parameters` value is NULL, `tlsio_create` shall log an error and return NULL.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlsio over a <underlying> underlying IO
      When tlsio_create is called and the hostname member of io_create_parameters value is NULL
      Then tlsio_create shall log an error
      And tlsio_create shall return NULL

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSIO_30_015
  Rule: SRS_TLSIO_30_015
    If the `port` member of `io_create_parameters` value is less than 0 or greater than 0xffff, `tlsio_create` shall log an error and return NULL.

    Scenario Outline: over a <underlying> underlying IO, <port> is <limit>
      Given a tlsio over a <underlying> underlying IO
      When tlsio_create is called and the port member of io_create_parameters value is <port>
      Then tlsio_create shall log an error
      And tlsio_create shall return NULL

      Examples:
        | underlying | port        | limit               |
        | mock       | -2147483648 | less than 0         |
        | mock       | -1          | less than 0         |
        | mock       | 65536       | greater than 0xffff |
        | mock       | 2147483647  | greater than 0xffff |
        | loopback   | -2147483648 | less than 0         |
        | loopback   | -1          | less than 0         |
        | loopback   | 65536       | greater than 0xffff |
        | loopback   | 2147483647  | greater than 0xffff |

  @SRS_TLSIO_30_016
  Rule: SRS_TLSIO_30_016
    `tlsio_create` shall make a copy of the `hostname` member of `io_create_parameters` to allow deletion of `hostname` immediately after the call. This copy may be delegated to an underlying `xio`.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlsio over a <underlying> underlying IO
      When tlsio_create is called
      Then tlsio_create shall make a copy of the hostname member of io_create_parameters to allow deletion of hostname immediately after the call

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSIO_30_017
  Rule: SRS_TLSIO_30_017
    For direct designs, if either the `underlying_io_interface` or `underlying_io_parameters` of `io_create_parameters` is non-NULL, `tlsio_create` shall log an error and return NULL.

    Scenario Outline: over a <underlying> underlying IO, <member>
      Given a tlsio over a <underlying> underlying IO
      And the design is direct
      When tlsio_create is called and the <member> of io_create_parameters is non-NULL
      Then tlsio_create shall log an error
      And tlsio_create shall return NULL

      Examples:
        | underlying | member                   |
        | mock       | underlying_io_interface  |
        | mock       | underlying_io_parameters |
        | loopback   | underlying_io_interface  |
        | loopback   | underlying_io_parameters |

  @SRS_TLSIO_30_018
  Rule: SRS_TLSIO_30_018
    For chained designs, if the `underlying_io_interface` member of `io_create_parameters` is non-NULL, `tlsio_create` shall use `underlying_io_interface` to create an owned xio resource for remote host communication.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlsio over a <underlying> underlying IO
      And the design is chained
      When tlsio_create is called and the underlying_io_interface member of io_create_parameters is non-NULL
      Then tlsio_create shall use underlying_io_interface to create an owned xio resource for remote host communication

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSIO_30_019
  Rule: SRS_TLSIO_30_019
    For chained designs with a non-NULL `underlying_io_interface` parameter, `tlsio_create` shall pass the `underlying_io_parameters` to `underlying_io_interface->xio_create` when creating the owned xio resource.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlsio over a <underlying> underlying IO
      And the design is chained
      When tlsio_create is called with a non-NULL underlying_io_interface parameter
      Then tlsio_create shall pass the underlying_io_parameters to underlying_io_interface->xio_create when creating the owned xio resource

      Examples:
        | underlying |
        | mock       |
        | loopback   |
