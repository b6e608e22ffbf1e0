"""Authorities, and the accounts that act in them."""

from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.db.models.functions import Lower

from goldenthread.people.roles import Role

SYSTEM_DOMAIN = "system.invalid"


class AuthorityQuerySet(models.QuerySet["Authority"]):
    """Questions about authorities."""

    def visible_to(self, user: "User") -> "AuthorityQuerySet":
        """The authorities in which the user holds any role today."""
        holdings = user.role_holdings.current().filter(authority=OuterRef("pk"))
        return self.filter(Exists(holdings))


class Authority(models.Model):
    """A council, known by its three-digit DfE code. Nothing crosses between authorities."""

    code = models.CharField(max_length=3, unique=True)
    name = models.CharField(max_length=200)

    objects = AuthorityQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "authorities"

    def __str__(self) -> str:
        return self.name


class UserManager(BaseUserManager["User"]):
    """Makes users, who are known by their email address."""

    def visible_to(self, user: "User") -> models.QuerySet["User"]:
        """The people's accounts that hold or held a role where the user is administrator today."""
        administers = user.role_holdings.current().filter(
            role=Role.ADMINISTRATOR, user__is_active=True
        )
        shared = administers.model.objects.filter(
            user=OuterRef("pk"), authority__in=administers.values("authority")
        )
        return self.filter(Exists(shared), system_code=None)

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> "User":
        """A person's account; without a password nobody can sign in to it with one."""
        user = self.model(email=email.strip().lower(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def system(self, code: str, name: str = "") -> "User":
        """The user as which a rule, a timer or a token acts, made at first use.

        Args:
            code: short and stable, such as "timer.update-round".
            name: what pages call it; only used when it is made.
        """
        user, _ = self.get_or_create(
            system_code=code,
            defaults={
                "email": f"{code}@{SYSTEM_DOMAIN}".lower(),
                "name": name or code,
                "password": "!",
                "is_active": False,
            },
        )
        return user

    def get_by_natural_key(self, username: str | None) -> "User":
        return self.get(email__iexact=username)


class User(AbstractBaseUser):
    """Somebody, or something named, that acts: a person's account, or a system user.

    What a user may do is looked up in `permissions.may`, nowhere else: Django's own
    groups, permissions and superusers are left out on purpose.
    """

    email = models.EmailField(unique=True)
    name = models.CharField(max_length=200)
    system_code = models.CharField(max_length=100, unique=True, null=True, blank=True)
    is_active = models.BooleanField(default=True)
    must_choose_password = models.BooleanField(default=False)
    made_at = models.DateTimeField(auto_now_add=True)

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]
    objects: ClassVar[UserManager] = UserManager()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(Lower("email"), name="people_user_email_in_any_case"),
            models.CheckConstraint(
                name="people_user_system_users_cannot_sign_in",
                condition=Q(system_code__isnull=True) | Q(is_active=False),
            ),
        ]

    def __str__(self) -> str:
        return self.name or self.email

    @property
    def is_system(self) -> bool:
        return self.system_code is not None
