# Composed from tlsio_requirements.md, sha256 3352bc0e01cf9c22375e355f6fc1f07c3d8ad17276db8faadef5995b7869dafe.
# Do not edit: iospec generate writes this file.
@tlsio
Feature: tlsio: State Transitions

  @TLSIO_STATE_EXT_CLOSED/tlsio_destroy
  Rule: TLSIO_STATE_EXT_CLOSED/tlsio_destroy
    ok (destroyed)

    Scenario Outline: over a <underlying> underlying IO
      Given a tlsio over a <underlying> underlying IO
      And the adapter is in TLSIO_STATE_EXT_CLOSED
      When tlsio_destroy is called
      Then tlsio_destroy shall be ok
      And the adapter shall be destroyed

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @TLSIO_STATE_EXT_CLOSED/tlsio_open_async
  Rule: TLSIO_STATE_EXT_CLOSED/tlsio_open_async
    ok, enter TLSIO_STATE_EXT_OPENING

    Scenario Outline: over a <underlying> underlying IO
      Given a tlsio over a <underlying> underlying IO
      And the adapter is in TLSIO_STATE_EXT_CLOSED
      When tlsio_open_async is called
      Then tlsio_open_async shall be ok
      And the adapter shall enter TLSIO_STATE_EXT_OPENING
      And the adapter will continute the process of opening the TSL connection to the host on the next tlsio_dowork call

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @TLSIO_STATE_EXT_CLOSED/tlsio_close_async
  Rule: TLSIO_STATE_EXT_CLOSED/tlsio_close_async
    ok, remain in TLSIO_STATE_EXT_CLOSED

    Scenario Outline: over a <underlying> underlying IO
      Given a tlsio over a <underlying> underlying IO
      And the adapter is in TLSIO_STATE_EXT_CLOSED
      When tlsio_close_async is called
      Then tlsio_close_async shall be ok
      And the adapter shall remain in TLSIO_STATE_EXT_CLOSED

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @TLSIO_STATE_EXT_CLOSED/tlsio_dowork
  Rule: TLSIO_STATE_EXT_CLOSED/tlsio_dowork
    ok (does nothing), remain in TLSIO_STATE_EXT_CLOSED

    Scenario Outline: over a <underlying> underlying IO
      Given a tlsio over a <underlying> underlying IO
      And the adapter is in TLSIO_STATE_EXT_CLOSED
      When tlsio_dowork is called
      Then tlsio_dowork shall be ok
      And tlsio_dowork shall do nothing
      And the adapter shall remain in TLSIO_STATE_EXT_CLOSED

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @TLSIO_STATE_EXT_OPENING/tlsio_destroy
  Rule: TLSIO_STATE_EXT_OPENING/tlsio_destroy
    log error, force immediate close, destroy (destroyed)

    Scenario Outline: over a <underlying> underlying IO
      Given a tlsio over a <underlying> underlying IO
      And the adapter is in TLSIO_STATE_EXT_OPENING
      When tlsio_destroy is called
      Then tlsio_destroy shall log error
      And tlsio_destroy shall force immediate close
      And the adapter shall be destroyed

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @TLSIO_STATE_EXT_OPENING/tlsio_open_async
  Rule: TLSIO_STATE_EXT_OPENING/tlsio_open_async
    fail, log error, remain in TLSIO_STATE_EXT_OPENING (usage error)

    Scenario Outline: over a <underlying> underlying IO
      Given a tlsio over a <underlying> underlying IO
      And the adapter is in TLSIO_STATE_EXT_OPENING
      When tlsio_open_async is called
      Then tlsio_open_async shall fail
      And tlsio_open_async shall log error
      And the adapter shall remain in TLSIO_STATE_EXT_OPENING

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @TLSIO_STATE_EXT_OPENING/tlsio_close_async
  Rule: TLSIO_STATE_EXT_OPENING/tlsio_close_async
    ok, force immediate close, enter TLSIO_STATE_EXT_CLOSED

    Scenario Outline: over a <underlying> underlying IO
      Given a tlsio over a <underlying> underlying IO
      And the adapter is in TLSIO_STATE_EXT_OPENING
      When tlsio_close_async is called
      Then tlsio_close_async shall be ok
      And tlsio_close_async shall force immediate close
      And the adapter shall enter TLSIO_STATE_EXT_CLOSED
      And the adapter shall forcibly close any existing connections
      And the adapter shall then call the on_io_close_complete function
      And the adapter shall pass the on_io_close_complete_context that was supplied in tlsio_close_async

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @TLSIO_STATE_EXT_OPENING/tlsio_dowork
  Rule: TLSIO_STATE_EXT_OPENING/tlsio_dowork
    ok (continue opening), remain in TLSIO_STATE_EXT_OPENING or enter TLSIO_STATE_EXT_OPEN

    Scenario Outline: over a <underlying> underlying IO
      Given a tlsio over a <underlying> underlying IO
      And the adapter is in TLSIO_STATE_EXT_OPENING
      When tlsio_dowork is called
      Then tlsio_dowork shall be ok
      And tlsio_dowork shall continue opening
      And the adapter shall remain in TLSIO_STATE_EXT_OPENING or enter TLSIO_STATE_EXT_OPEN

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @TLSIO_STATE_EXT_OPEN/tlsio_destroy
  Rule: TLSIO_STATE_EXT_OPEN/tlsio_destroy
    (a possible normal SDK behavior) force immediate close, destroy (destroyed)

    Scenario Outline: over a <underlying> underlying IO
      Given a tlsio over a <underlying> underlying IO
      And the adapter is in TLSIO_STATE_EXT_OPEN
      When tlsio_destroy is called
      Then tlsio_destroy shall force immediate close
      And the adapter shall be destroyed

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @TLSIO_STATE_EXT_OPEN/tlsio_open_async
  Rule: TLSIO_STATE_EXT_OPEN/tlsio_open_async
    fail, log error, remain in TLSIO_STATE_EXT_OPEN (usage error)

    Scenario Outline: over a <underlying> underlying IO
      Given a tlsio over a <underlying> underlying IO
      And the adapter is in TLSIO_STATE_EXT_OPEN
      When tlsio_open_async is called
      Then tlsio_open_async shall fail
      And tlsio_open_async shall log error
      And the adapter shall remain in TLSIO_STATE_EXT_OPEN

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @TLSIO_STATE_EXT_OPEN/tlsio_close_async
  Rule: TLSIO_STATE_EXT_OPEN/tlsio_close_async
    adapters with internal async close: ok, enter TLSIO_STATE_EXT_CLOSING adatpers without internal async close: ok, enter TLSIO_STATE_EXT_CLOSING, then immediately enter TLSIO_STATE_EXT_CLOSED

    Scenario Outline: over a <underlying> underlying IO, an adapter with internal async close
      Given a tlsio over a <underlying> underlying IO
      And an adapter with internal async close
      And the adapter is in TLSIO_STATE_EXT_OPEN
      When tlsio_close_async is called
      Then tlsio_close_async shall be ok
      And the adapter shall enter TLSIO_STATE_EXT_CLOSING
      And the adapter shall iterate through any unsent messages in the queue
      And the adapter shall delete each message after calling its on_send_complete with the associated callback_context and IO_SEND_CANCELLED

      Examples:
        | underlying |
        | mock       |
        | loopback   |

    Scenario Outline: over a <underlying> underlying IO, an adapter without internal async close
      Given a tlsio over a <underlying> underlying IO
      And an adapter without internal async close
      And the adapter is in TLSIO_STATE_EXT_OPEN
      When tlsio_close_async is called
      Then tlsio_close_async shall be ok
      And the adapter shall enter TLSIO_STATE_EXT_CLOSING
      And the adapter shall iterate through any unsent messages in the queue
      And the adapter shall delete each message after calling its on_send_complete with the associated callback_context and IO_SEND_CANCELLED
      And the adapter shall then immediately enter TLSIO_STATE_EXT_CLOSED
      And the adapter shall forcibly close any existing connections
      And the adapter shall then call the on_io_close_complete function
      And the adapter shall pass the on_io_close_complete_context that was supplied in tlsio_close_async

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @TLSIO_STATE_EXT_OPEN/tlsio_dowork
  Rule: TLSIO_STATE_EXT_OPEN/tlsio_dowork
    ok (send and receive as necessary), remain in TLSIO_STATE_EXT_OPEN

    Scenario Outline: over a <underlying> underlying IO
      Given a tlsio over a <underlying> underlying IO
      And the adapter is in TLSIO_STATE_EXT_OPEN
      When tlsio_dowork is called
      Then tlsio_dowork shall be ok
      And tlsio_dowork shall send and receive as necessary
      And the adapter shall remain in TLSIO_STATE_EXT_OPEN

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @TLSIO_STATE_EXT_CLOSING/tlsio_destroy
  Rule: TLSIO_STATE_EXT_CLOSING/tlsio_destroy
    log error, force immediate close, destroy (destroyed)

    Scenario Outline: over a <underlying> underlying IO
      Given a tlsio over a <underlying> underlying IO
      And the adapter is in TLSIO_STATE_EXT_CLOSING
      When tlsio_destroy is called
      Then tlsio_destroy shall log error
      And tlsio_destroy shall force immediate close
      And the adapter shall be destroyed

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @TLSIO_STATE_EXT_CLOSING/tlsio_open_async
  Rule: TLSIO_STATE_EXT_CLOSING/tlsio_open_async
    fail, log error, remain in TLSIO_STATE_EXT_CLOSING (usage error)

    Scenario Outline: over a <underlying> underlying IO
      Given a tlsio over a <underlying> underlying IO
      And the adapter is in TLSIO_STATE_EXT_CLOSING
      When tlsio_open_async is called
      Then tlsio_open_async shall fail
      And tlsio_open_async shall log error
      And the adapter shall remain in TLSIO_STATE_EXT_CLOSING

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @TLSIO_STATE_EXT_CLOSING/tlsio_close_async
  Rule: TLSIO_STATE_EXT_CLOSING/tlsio_close_async
    ok, force immediate close, enter TLSIO_STATE_EXT_CLOSED

    Scenario Outline: over a <underlying> underlying IO
      Given a tlsio over a <underlying> underlying IO
      And the adapter is in TLSIO_STATE_EXT_CLOSING
      When tlsio_close_async is called
      Then tlsio_close_async shall be ok
      And tlsio_close_async shall force immediate close
      And the adapter shall enter TLSIO_STATE_EXT_CLOSED
      And the adapter shall forcibly close any existing connections
      And the adapter shall then call the on_io_close_complete function
      And the adapter shall pass the on_io_close_complete_context that was supplied in tlsio_close_async

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @TLSIO_STATE_EXT_CLOSING/tlsio_dowork
  Rule: TLSIO_STATE_EXT_CLOSING/tlsio_dowork
    ok (continue graceful closing) , remain in TLSIO_STATE_EXT_CLOSING or enter TLSIO_STATE_EXT_CLOSED

    Scenario Outline: over a <underlying> underlying IO
      Given a tlsio over a <underlying> underlying IO
      And the adapter is in TLSIO_STATE_EXT_CLOSING
      When tlsio_dowork is called
      Then tlsio_dowork shall be ok
      And tlsio_dowork shall continue graceful closing
      And the adapter shall remain in TLSIO_STATE_EXT_CLOSING or enter TLSIO_STATE_EXT_CLOSED

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @TLSIO_STATE_EXT_ERROR/tlsio_destroy
  Rule: TLSIO_STATE_EXT_ERROR/tlsio_destroy
    log error, force immediate close, destroy (destroyed)

    Scenario Outline: over a <underlying> underlying IO
      Given a tlsio over a <underlying> underlying IO
      And the adapter is in TLSIO_STATE_EXT_ERROR
      When tlsio_destroy is called
      Then tlsio_destroy shall log error
      And tlsio_destroy shall force immediate close
      And the adapter shall be destroyed

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @TLSIO_STATE_EXT_ERROR/tlsio_open_async
  Rule: TLSIO_STATE_EXT_ERROR/tlsio_open_async
    fail, log error, remain in TLSIO_STATE_EXT_ERROR (usage error)

    Scenario Outline: over a <underlying> underlying IO
      Given a tlsio over a <underlying> underlying IO
      And the adapter is in TLSIO_STATE_EXT_ERROR
      When tlsio_open_async is called
      Then tlsio_open_async shall fail
      And tlsio_open_async shall log error
      And the adapter shall remain in TLSIO_STATE_EXT_ERROR

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @TLSIO_STATE_EXT_ERROR/tlsio_close_async
  Rule: TLSIO_STATE_EXT_ERROR/tlsio_close_async
    ok, force immediate close, enter TLSIO_STATE_EXT_CLOSED

    Scenario Outline: over a <underlying> underlying IO
      Given a tlsio over a <underlying> underlying IO
      And the adapter is in TLSIO_STATE_EXT_ERROR
      When tlsio_close_async is called
      Then tlsio_close_async shall be ok
      And tlsio_close_async shall force immediate close
      And the adapter shall enter TLSIO_STATE_EXT_CLOSED
      And the adapter shall forcibly close any existing connections
      And the adapter shall then call the on_io_close_complete function
      And the adapter shall pass the on_io_close_complete_context that was supplied in tlsio_close_async

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @TLSIO_STATE_EXT_ERROR/tlsio_dowork
  Rule: TLSIO_STATE_EXT_ERROR/tlsio_dowork
    ok (does nothing), remain in TLSIO_STATE_EXT_ERROR

    Scenario Outline: over a <underlying> underlying IO
      Given a tlsio over a <underlying> underlying IO
      And the adapter is in TLSIO_STATE_EXT_ERROR
      When tlsio_dowork is called
      Then tlsio_dowork shall be ok
      And tlsio_dowork shall do nothing
      And the adapter shall remain in TLSIO_STATE_EXT_ERROR

      Examples:
        | underlying |
        | mock       |
        | loopback   |
