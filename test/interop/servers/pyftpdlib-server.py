"""A pyftpdlib server: address, port, folder, user, password, and whose data connections it makes: own, foreign."""
import sys

from pyftpdlib.authorizers import DummyAuthorizer
from pyftpdlib.handlers import FTPHandler
from pyftpdlib.servers import MultiprocessFTPServer

host, port, folder, user, password, data = sys.argv[1:]
authorizer = DummyAuthorizer()
authorizer.add_user(user, password, folder, perm="elradfmwMT")
FTPHandler.authorizer = authorizer
# Three seconds of silence after a wrong password otherwise.
FTPHandler.auth_failed_timeout = 0
FTPHandler.permit_foreign_addresses = data == "foreign"
# A process for each connection: one for all stops answering EPRT as soon as several clients at once have data
# connections made to them (seen with version 1.5.7 and clients of more than one kind).
MultiprocessFTPServer((host, int(port)), FTPHandler).serve_forever()
