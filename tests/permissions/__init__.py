"""Who may do what: each verb of each room, tried by everybody on a record of each kind."""
